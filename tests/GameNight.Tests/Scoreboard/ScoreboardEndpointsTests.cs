using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Scoreboard;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard;

/// <summary>The endpoint alone, with a store in memory.</summary>
public sealed class ScoreboardEndpointsTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddGame(_contestants, new MemoryObservationStore(
            ScoredObservations.Play(3, Evening, ("cnn", 3), ("k-means", 8)),
            ScoredObservations.Play(null, Evening.AddHours(1), ("cnn", 1))));
        _app = builder.Build();
        _app.MapGroup("/api").MapScoreboard();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose() => _contestants.Dispose();

    [Fact]
    public async Task Get_All_HasThePromisedShape()
    {
        var body = await GetAsync("/api/statistics");
        Assert.Equal(["algorithms", "labelled", "observations"], Names(body));
        Assert.Equal((2, 1), (body.GetProperty("observations").GetInt32(), body.GetProperty("labelled").GetInt32()));

        var cnn = body.GetProperty("algorithms")[0];
        Assert.Equal(["accuracy", "algorithm", "confusion", "correct", "digits", "high", "low", "n"], Names(cnn));
        Assert.Equal("cnn", cnn.GetProperty("algorithm").GetString());
        Assert.Equal(1, cnn.GetProperty("accuracy").GetDouble());
        Assert.Equal(0.2065, cnn.GetProperty("low").GetDouble(), 4);
        Assert.Equal(10, cnn.GetProperty("confusion").GetArrayLength());
        Assert.All(cnn.GetProperty("confusion").EnumerateArray(), row => Assert.Equal(10, row.GetArrayLength()));

        var digits = cnn.GetProperty("digits");
        Assert.Equal(Enumerable.Range(0, 10), digits.EnumerateArray().Select(digit => digit.GetProperty("digit").GetInt32()));
        Assert.Equal(["accuracy", "correct", "digit", "high", "low", "n"], Names(digits[0]));
        Assert.Equal(JsonValueKind.Null, digits[0].GetProperty("low").ValueKind);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?from=&to=&algorithm=", 2)]
    [InlineData("?from=2026-11-20T21:00:00Z", 1)]
    [InlineData("?from=2026-11-20T22:00:00+01:00", 1)]
    [InlineData("?to=2026-11-20T21:00:00.000Z", 1)]
    [InlineData("?to=2026-11-20", 0)]
    [InlineData("?from=2026-11-20&to=2026-11-21T00:00", 2)]
    public async Task Get_FromAndTo_CountsDrawingsBetween(string query, int observations) =>
        Assert.Equal(observations, (await GetAsync("/api/statistics" + query)).GetProperty("observations").GetInt32());

    [Fact]
    public async Task Get_UnknownAlgorithm_ListsNoAlgorithms() =>
        Assert.Equal(0, (await GetAsync("/api/statistics?algorithm=nobody")).GetProperty("algorithms").GetArrayLength());

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=11/20/2026", "to")]
    [InlineData("?to=2026-13-01", "to")]
    [InlineData("?from=2026-11-20&from=2026-11-21", "from")]
    [InlineData("?from=2026-11-21&to=2026-11-20", "to")]
    public async Task Get_BadTime_IsAProblemThatNamesTheField(string query, string field)
    {
        var response = await _app.GetTestClient().GetAsync("/api/statistics" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([field], Names(problem.GetProperty("errors")));
    }

    private Task<JsonElement> GetAsync(string address) => _app.GetTestClient().GetFromJsonAsync<JsonElement>(address);

    private static string[] Names(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];
}
