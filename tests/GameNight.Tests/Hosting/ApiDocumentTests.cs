using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace GameNight.Tests.Hosting;

/// <summary>The description of the API, read as a tool reads it, and held against the server that it describes.</summary>
public sealed class ApiDocumentTests(GameServer server) : IClassFixture<GameServer>
{
    private static readonly string[] HostOnly =
        ["ActivateVersion", "CancelTraining", "DeleteVersion", "ExportObservations", "GetTrainingRun", "ListObservations", "ListTrainingRuns", "PutOnShadow", "SetExperiment", "StartTraining", "TakeOffShadow"];

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
            Assert.True(call.GetProperty("responses").GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _), name);
            foreach (var parameter in Each(call, "parameters"))
                Assert.True(parameter.TryGetProperty("description", out _), $"{name} {parameter.GetProperty("name")}");
            foreach (var (status, response) in call.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value)))
            {
                if (status[0] == '2' && response.TryGetProperty("content", out var content))
                    Assert.All(content.EnumerateObject(), form => Assert.True(form.Value.TryGetProperty("example", out _), $"{name} {status} {form.Name}"));
                else if (status[0] != '2')
                    Assert.True(response.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{name} {status}");
            }
        }
    }

    [Fact]
    public async Task Document_EveryCall_SaysHowItIsSecured()
    {
        var document = await server.NewPlayer().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal("""{"type":"http","scheme":"bearer"}""", Without("description", schemes.GetProperty("host")));
        Assert.Equal("""{"type":"apiKey","name":"game-night-player","in":"cookie"}""", Without("description", schemes.GetProperty("player")));
        Assert.Equal("""[{},{"player":[]},{"host":[]}]""", JsonSerializer.Serialize(document.GetProperty("security")));
        var secured = (await OperationsAsync()).Where(operation => operation.Call.TryGetProperty("security", out _))
            .ToLookup(operation => JsonSerializer.Serialize(operation.Call.GetProperty("security")), operation => Id(operation.Call));
        Assert.Equal(HostOnly, secured["""[{"host":[]}]"""].Order());
        Assert.Equal(["Mark"], secured["""[{"player":[]},{"host":[]}]"""]);
        Assert.Equal(2, secured.Count);
    }

    [Fact]
    public async Task Examples_SentAsTheyAre_Work()
    {
        using var host = server.NewHost();
        var marked = (await (await host.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var run = (await (await host.PostAsync("/api/training-runs", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        foreach (var (name, method, path, call) in await OperationsAsync())
        {
            // What ships stays, and plays; nothing else is there to be removed or put on shadow.
            if (call.GetProperty("operationId").GetString() is "DeleteVersion" or "PutOnShadow")
                continue;
            var address = Each(call, "parameters").Where(parameter => parameter.GetProperty("in").GetString() == "path").Aggregate(path, (address, parameter) =>
                address.Replace($"{{{parameter.GetProperty("name").GetString()}}}", path.EndsWith("/label", StringComparison.Ordinal) ? marked : path.Contains("training-runs", StringComparison.Ordinal) ? run : parameter.GetProperty("example").GetString()!, StringComparison.Ordinal));
            string?[] bodies = call.TryGetProperty("requestBody", out var body)
                ? body.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject().Select(string? (example) => example.Value.GetProperty("value").GetRawText()).ToArray()
                : [null];
            foreach (var content in bodies)
            {
                var answer = await host.SendAsync(new HttpRequestMessage(method, address) { Content = content is null ? null : SampleDrawings.Json(content) });
                Assert.True(answer.IsSuccessStatusCode, $"{name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} for {content}");
            }
        }
    }

    [Fact]
    public async Task Page_ShowsTheDocumentWithItsOwnParts()
    {
        var page = await server.NewPlayer().GetStringAsync("/api");
        Assert.Contains("<title>API", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Replace("http://127.0.0.1", "", StringComparison.Ordinal).Replace("www.w3.org", "", StringComparison.Ordinal).Split("<!--Blazor")[0], StringComparison.Ordinal);
        foreach (var part in new[] { "/swagger-ui/swagger-ui-bundle.js", "/swagger-ui/swagger-ui.css", "/js/api.js", "/css/api.css" })
            Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync(part)).StatusCode);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/index.html")]
    [InlineData("/api/swagger-ui.css")]
    public async Task Page_DoesNotAnswerForTheApi(string path) =>
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await server.NewPlayer().GetAsync(path));

    private static string Id(JsonElement call) => call.GetProperty("operationId").GetString()!;

    private static string Without(string property, JsonElement element)
    {
        var copy = JsonObject.Create(element)!;
        copy.Remove(property);
        return copy.ToJsonString();
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement call, string list) => call.TryGetProperty(list, out var elements) ? elements.EnumerateArray() : default;

    private async Task<List<(string Name, HttpMethod Method, string Path, JsonElement Call)>> OperationsAsync() =>
    [
        .. from path in (await server.NewPlayer().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
           from call in path.Value.EnumerateObject()
           let method = new HttpMethod(call.Name.ToUpperInvariant())
           select ($"{method} {path.Name}", method, path.Name, call.Value),
    ];
}
