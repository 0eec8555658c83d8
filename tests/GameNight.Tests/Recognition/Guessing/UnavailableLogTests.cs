using System.Net;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Recognition.Guessing;

/// <summary>A status 503 is in the log with its reason: once where the deployment wrote it, else for the call.</summary>
public sealed class UnavailableLogTests : IAsyncLifetime, IDisposable
{
    // The registry would put back into service what a test takes out.
    private readonly GameServer _server = GameServer.With("--GameNight:Registry:PollSeconds=3600");
    private readonly LogRecorder _log = new();

    private static string Drawing => $$"""{"strokes":{{SampleDrawings.Seven}}}""";

    private Contestants Contestants => _server.Services.GetRequiredService<Contestants>();

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _server.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Guess_FailsAtRunTime_IsLoggedWithItsReason()
    {
        // The committee has nobody to combine.
        Contestants.InService.Remove(contestant => !contestant.IsComposed);
        await ExpectUnavailableAsync("/api/algorithms/committee/predictions", Drawing);
        Assert.Contains(_log.Lines, line => line.StartsWith("Error:", StringComparison.Ordinal)
            && line.EndsWith("committee is unavailable: No other algorithm has guessed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Surprise_NobodyInService_IsLogged()
    {
        Contestants.InService.Remove(_ => true);
        var play = $$"""{"algorithm":"surprise","strokes":{{SampleDrawings.One}}}""";
        await ExpectUnavailableAsync("/api/observations", play);
        Assert.Contains(_log.Lines, line => line.EndsWith("surprise is unavailable: nobody is in service.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guess_VersionRefusedByTheDeployment_IsNotLoggedAgain()
    {
        Contestants.InService.Remove(contestant => contestant.Id == "k-means");
        Contestants.InService.GetOrAdd("k-means").Refuse("1", manifest: null, "model.onnx is damaged");
        await ExpectUnavailableAsync("/api/algorithms/k-means/predictions", Drawing);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("damaged", StringComparison.Ordinal));
    }

    private async Task ExpectUnavailableAsync(string path, string body) => await Problem.ExpectAsync(
        HttpStatusCode.ServiceUnavailable, await _server.NewPlayer().PostAsync(path, SampleDrawings.Json(body)));
}
