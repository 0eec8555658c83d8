using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Tests.Rooms;
using Microsoft.AspNetCore.Routing;

namespace GameNight.Tests.Hosting;

/// <summary>The description of the API, read as a tool reads it, and held against the server that it describes.</summary>
public sealed class ApiDocumentTests(GameServer server) : IClassFixture<GameServer>
{
    private static readonly string[] HostOnly =
    [
        "ActivateVersion", "CancelTraining", "DeletePlayer", "DeleteVersion", "ExportObservations", "FindRoom", "GetTrainingRun",
        "ListObservations", "ListTrainingRuns", "PutOnShadow", "ResetRookie", "SetExperiment", "StartTraining", "TakeOffShadow",
    ];

    [Fact]
    public async Task Document_EveryMappedCall_IsThere()
    {
        var mapped = server.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (endpoint, method) =>
                $"{method} {endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/')}")
            .ToHashSet();
        Assert.NotEmpty(mapped);
        Assert.Equal(mapped, (await OperationsAsync()).Select(operation => operation.Name).ToHashSet());
    }

    [Fact]
    public async Task Document_EveryCall_IsExplained()
    {
        foreach (var (name, _, _, call) in await OperationsAsync())
        {
            Assert.True(call.TryGetProperty("operationId", out _), name);
            Assert.NotEmpty(call.GetProperty("summary").GetString()!);
            Assert.NotEmpty(call.GetProperty("description").GetString()!);
            var responses = call.GetProperty("responses");
            Assert.True(responses.GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _), name);
            foreach (var parameter in Each(call, "parameters"))
                Assert.True(parameter.TryGetProperty("description", out _), $"{name} {parameter.GetProperty("name")}");
            foreach (var response in responses.EnumerateObject())
                AssertExplained($"{name} {response.Name}", isSuccess: response.Name[0] == '2', response.Value);
        }
    }

    [Fact]
    public async Task Document_EveryCall_SaysHowItIsSecured()
    {
        var document = await DocumentAsync();
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal("""{"type":"http","scheme":"bearer"}""", Without("description", schemes.GetProperty("host")));
        var cookie = Without("description", schemes.GetProperty("player"));
        Assert.Equal("""{"type":"apiKey","name":"game-night-player","in":"cookie"}""", cookie);
        Assert.Equal("""[{},{"player":[]},{"host":[]}]""", JsonSerializer.Serialize(document.GetProperty("security")));
        var secured = (await OperationsAsync()).Where(operation => operation.Call.TryGetProperty("security", out _))
            .ToLookup(operation => JsonSerializer.Serialize(operation.Call.GetProperty("security")), operation => Id(operation.Call));
        Assert.Equal(HostOnly, secured["""[{"host":[]}]"""].Order());
        Assert.Equal(
            ["CommandRoom", "FollowRoom", "JoinRoom", "Mark", "OpenRoom"], secured["""[{"player":[]},{"host":[]}]"""].Order());
        Assert.Equal(2, secured.Count);
    }

    [Fact]
    public async Task Calls_OfTheHost_AreForbiddenToAPlayer()
    {
        using var player = server.NewPlayer();
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
        foreach (var (_, method, path, call) in (await OperationsAsync()).Where(operation => HostOnly.Contains(Id(operation.Call))))
        {
            using var request = new HttpRequestMessage(method, WithExamples(path, call));
            await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.SendAsync(request));
        }
    }

    [Fact]
    public async Task Examples_SentAsTheyAre_Work()
    {
        using HttpClient host = server.NewHost(), player = server.NewPlayer();
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
        var observation = await ReadIdAsync(await host.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven)));
        var run = await ReadIdAsync(await host.PostAsync("/api/training-runs", null));
        var (room, _) = await RoomPhone.OpenAsync(host);
        foreach (var (name, method, path, call) in await OperationsAsync())
        {
            // The shipped version can be neither removed nor put on shadow, and there is no other.
            if (Id(call) is "DeleteVersion" or "PutOnShadow")
                continue;
            // What a room is sent depends on its phase, and its stream has no end: RoomCallsTests plays them.
            if (Id(call) is "CommandRoom" or "FollowRoom")
                continue;
            // The examples' ids are those of no observation, no run and no room.
            var address = path.EndsWith("/label", StringComparison.Ordinal) ? path.Replace("{id}", observation, StringComparison.Ordinal)
                : path.Contains("training-runs", StringComparison.Ordinal) ? path.Replace("{id}", run, StringComparison.Ordinal)
                : path.Contains("{code}", StringComparison.Ordinal) ? path.Replace("{code}", room, StringComparison.Ordinal)
                : WithExamples(path, call);
            foreach (var body in Bodies(call))
            {
                using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : SampleDrawings.Json(body) };
                // The host's token is nobody's whose own drawings these could be.
                var answer = await (path.Contains("/players/me", StringComparison.Ordinal) ? player : host).SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.IsSuccessStatusCode, $"{name}: {answer.StatusCode} {text} for {body}");
            }
        }
    }

    [Fact]
    public async Task Page_ShowsTheDocumentWithItsOwnParts()
    {
        var page = await server.NewPlayer().GetStringAsync("/api");
        Assert.Contains("<title>API", page, StringComparison.Ordinal);
        // No address of another server but the names of XML's namespaces.
        var addresses = page.Split("<!--Blazor")[0].Replace("http://127.0.0.1", "", StringComparison.Ordinal)
            .Replace("www.w3.org", "", StringComparison.Ordinal);
        Assert.DoesNotContain("//", addresses, StringComparison.Ordinal);
        foreach (var part in new[] { "/swagger-ui/swagger-ui-bundle.js", "/swagger-ui/swagger-ui.css", "/js/api.js" })
            Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync(part)).StatusCode);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/index.html")]
    [InlineData("/api/swagger-ui.css")]
    public async Task Page_DoesNotAnswerForTheApi(string path) =>
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await server.NewPlayer().GetAsync(path));

    /// <summary>A success has an example for each content type, and anything else is problem details.</summary>
    private static void AssertExplained(string name, bool isSuccess, JsonElement response)
    {
        if (!isSuccess)
            Assert.True(response.GetProperty("content").TryGetProperty("application/problem+json", out _), name);
        else if (response.TryGetProperty("content", out var content))
            Assert.All(content.EnumerateObject(), type => Assert.True(type.Value.TryGetProperty("example", out _), $"{name} {type.Name}"));
    }

    private static async Task<string> ReadIdAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

    private static string WithExamples(string path, JsonElement call) => Each(call, "parameters")
        .Where(parameter => parameter.GetProperty("in").GetString() == "path")
        .Aggregate(path, (address, parameter) => address.Replace(
            $"{{{parameter.GetProperty("name").GetString()}}}", parameter.GetProperty("example").GetString()!, StringComparison.Ordinal));

    /// <summary>The examples of what is sent; one null where the call takes no body.</summary>
    private static IEnumerable<string?> Bodies(JsonElement call) => call.TryGetProperty("requestBody", out var body)
        ? body.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject()
            .Select(string? (example) => example.Value.GetProperty("value").GetRawText())
        : [null];

    private static string Id(JsonElement call) => call.GetProperty("operationId").GetString()!;

    private static string Without(string property, JsonElement element)
    {
        var copy = JsonObject.Create(element)!;
        copy.Remove(property);
        return copy.ToJsonString();
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement call, string list) =>
        call.TryGetProperty(list, out var elements) ? elements.EnumerateArray() : default;

    private Task<JsonElement> DocumentAsync() => server.NewPlayer().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

    private async Task<List<(string Name, HttpMethod Method, string Path, JsonElement Call)>> OperationsAsync() =>
    [
        .. from path in (await DocumentAsync()).GetProperty("paths").EnumerateObject()
           from call in path.Value.EnumerateObject()
           let method = new HttpMethod(call.Name.ToUpperInvariant())
           select ($"{method} {path.Name}", method, path.Name, call.Value),
    ];
}
