using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Tests.Models;

namespace GameNight.Tests.ModelAdmin.Versions;

/// <summary>The model library over HTTP.</summary>
public sealed class VersionEndpointsTests : IAsyncLifetime
{
    private readonly string _shipped = Directory.CreateTempSubdirectory("game-night-models-").FullName;
    private readonly GameServer _server;

    public VersionEndpointsTests() => _server = GameServer.With($"--GameNight:ModelsFolder={_shipped}");

    public async Task InitializeAsync()
    {
        ModelPackageBuilder.Always("trees", 3).Ship(_shipped);
        ModelPackageBuilder.Always("other", 5).Ship(_shipped);
        var own = new ModelLibrary(
            new ModelFolder(_shipped), new FolderModelRegistry(Path.Combine(_server.DataFolder, "models")), TimeProvider.System);
        await own.PublishAsync(ModelPackageBuilder.Always("trees", 4), default);
        await own.PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await _server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_shipped, recursive: true);
    }

    [Fact]
    public async Task Versions_NewestFirst_WithManifestAndStatus()
    {
        using var player = _server.NewPlayer();
        var versions = (await player.GetFromJsonAsync<JsonElement>("/api/algorithms/trees/versions")).EnumerateArray().ToList();
        Assert.Equal(
            [("3", "published", false), ("2", "published", false), ("1", "inService", true)],
            versions.Select(version => (Text(version, "version"), Text(version, "status"), version.GetProperty("ships").GetBoolean())));
        Assert.Equal("TREES", versions[0].GetProperty("manifest").GetProperty("name").GetString());
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await player.GetAsync("/api/algorithms/nobody/versions"));
    }

    [Fact]
    public async Task Activate_AndBack_ChangesWhoGuessesAndIsWrittenDown()
    {
        using var host = _server.NewHost();
        Assert.Equal(3, await GuessAsync(host));
        var before = DateTimeOffset.UtcNow;
        await ActivateAsync(host, "2", HttpStatusCode.OK);
        Assert.Equal(4, await GuessAsync(host));
        var between = DateTimeOffset.UtcNow;
        await ActivateAsync(host, "1", HttpStatusCode.OK);
        Assert.Equal(3, await GuessAsync(host));

        Assert.Equal<string?[]>(
            ["1", "2", "1"], await Task.WhenAll(ActiveAsync(host, before), ActiveAsync(host, between), ActiveAsync(host, null)));
        var history = (await host.GetFromJsonAsync<JsonElement>("/api/algorithms/trees/activations")).EnumerateArray().ToList();
        Assert.Equal(
            [("1", "2", "host", "because"), ("2", "1", "host", "because")],
            history.Select(entry => (Text(entry, "from"), Text(entry, "to"), Text(entry, "by"), Text(entry, "why"))));
    }

    [Fact]
    public async Task Activate_AVersionThatCannotServe_IsRefusedAndChangesNothing()
    {
        using var host = _server.NewHost();
        var problem = await ActivateAsync(host, "3", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("no probabilities", problem, StringComparison.Ordinal);
        Assert.Equal(3, await GuessAsync(host));
        Assert.Equal("1", await ActiveAsync(host, null));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("-2")]
    public async Task Activate_NoSuchVersion_IsNotFound(string version)
    {
        using var host = _server.NewHost();
        using var response = await host.PostAsync($"/api/algorithms/trees/versions/{version}/activate", content: null);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task ChangingCalls_WithoutTheToken_AreForbidden()
    {
        using var player = _server.NewPlayer();
        await ActivateAsync(player, "2", HttpStatusCode.Forbidden);
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.DeleteAsync("/api/algorithms/trees/versions/2"));
        await Problem.ExpectAsync(
            HttpStatusCode.Forbidden, await player.PutAsync("/api/algorithms/trees/versions/2/shadow", content: null));
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.DeleteAsync("/api/algorithms/trees/versions/2/shadow"));
        Assert.Equal(3, await GuessAsync(player));
    }

    [Fact]
    public async Task Delete_OnlyWhatIsNeitherInServiceNorShipped()
    {
        using var host = _server.NewHost();
        await Problem.ExpectAsync(HttpStatusCode.Conflict, await host.DeleteAsync("/api/algorithms/trees/versions/1"));
        Assert.Equal(HttpStatusCode.NoContent, (await host.DeleteAsync("/api/algorithms/trees/versions/2")).StatusCode);
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await host.DeleteAsync("/api/algorithms/trees/versions/2"));
    }

    [Fact]
    public async Task Shadow_PutOnByTheHost_IsListedAndGuessesUnseenInEveryGameAtTheStore()
    {
        using var host = _server.NewHost();
        var second = GameServer.With($"--GameNight:ModelsFolder={_shipped}", $"--GameNight:DataFolder={_server.DataFolder}");
        await second.InitializeAsync();
        try
        {
            Assert.Equal(
                HttpStatusCode.NoContent, (await host.PutAsync("/api/algorithms/trees/versions/2/shadow", content: null)).StatusCode);
            Assert.Equal(
                HttpStatusCode.NoContent, (await host.PutAsync("/api/algorithms/trees/versions/2/shadow", content: null)).StatusCode);
            await ExpectShadowAsync(_server, host);
            await ExpectShadowAsync(second, host);
        }
        finally
        {
            await second.DisposeAsync();
        }

        Assert.Equal(HttpStatusCode.NoContent, (await host.DeleteAsync("/api/algorithms/trees/versions/2/shadow")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await host.DeleteAsync("/api/algorithms/trees/versions/2/shadow")).StatusCode);
        Assert.Equal([("3", false), ("2", false), ("1", false)], await ShadowsAsync(host));
    }

    [Fact]
    public async Task Shadow_WhatCannotBe_IsRefusedInWords()
    {
        using var host = _server.NewHost();
        await Problem.ExpectAsync(HttpStatusCode.Conflict, await host.PutAsync("/api/algorithms/trees/versions/1/shadow", content: null));
        await Problem.ExpectAsync(
            HttpStatusCode.UnprocessableEntity, await host.PutAsync("/api/algorithms/trees/versions/3/shadow", content: null));
        foreach (var unknown in new[] { "trees/versions/9", "nobody/versions/1", "trees/versions/-1" })
        {
            await Problem.ExpectAsync(HttpStatusCode.NotFound, await host.PutAsync($"/api/algorithms/{unknown}/shadow", content: null));
            await Problem.ExpectAsync(HttpStatusCode.NotFound, await host.DeleteAsync($"/api/algorithms/{unknown}/shadow"));
        }
    }

    [Fact]
    public async Task Active_ATimeThatIsNone_IsRefused()
    {
        using var player = _server.NewPlayer();
        await Problem.ExpectAsync(HttpStatusCode.BadRequest, await player.GetAsync("/api/algorithms/trees/active?at=yesterday"));
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private static async Task<string> ActivateAsync(HttpClient client, string version, HttpStatusCode expected)
    {
        using var response = await client.PostAsync($"/api/algorithms/trees/versions/{version}/activate?why=because", content: null);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string?> ActiveAsync(HttpClient client, DateTimeOffset? at)
    {
        var query = at is { } time ? $"?at={Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture))}" : "";
        return (await client.GetFromJsonAsync<JsonElement>($"/api/algorithms/trees/active{query}")).GetProperty("version").GetString();
    }

    /// <summary>Asserts that a game lists version 2 as on shadow and records its guesses without answering them.</summary>
    private static async Task ExpectShadowAsync(GameServer game, HttpClient host)
    {
        using var player = game.NewPlayer();
        Assert.Equal([("3", false), ("2", true), ("1", false)], await ShadowsAsync(player));
        // Another game follows with its next poll, and on a busy machine a guess may come too late to be recorded.
        var shadows = await Eventually.FoundAsync(async () =>
        {
            using var response = await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One, "trees"));
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(
                ["other", "trees"],
                answer.GetProperty("guesses").EnumerateArray().Select(guess => guess.GetProperty("algorithm").GetString()));
            Assert.False(answer.TryGetProperty("shadows", out _));
            var stored = await StoredShadowsAsync(host, answer.GetProperty("id").GetString()!);
            return stored.Length == 0 ? null : stored;
        }, "guesses on shadow are recorded");
        Assert.Equal(
            ("trees", "2"),
            shadows.Select(guess => (guess.GetProperty("algorithm").GetString(), guess.GetProperty("version").GetString())).Single());
    }

    private static async Task<IEnumerable<(string?, bool)>> ShadowsAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/algorithms/trees/versions")).EnumerateArray()
            .Select(version => (version.GetProperty("version").GetString(), version.GetProperty("shadow").GetBoolean()));

    private static async Task<JsonElement[]> StoredShadowsAsync(HttpClient host, string id) =>
        [.. (await host.GetFromJsonAsync<JsonElement>("/api/observations?limit=1000")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == id).GetProperty("shadows").EnumerateArray()];

    private static async Task<int> GuessAsync(HttpClient client)
    {
        using var response = await client.PostAsync(
            "/api/algorithms/trees/predictions", SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.One}}}"""));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("digit").GetInt32();
    }
}
