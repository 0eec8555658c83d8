using System.Net;
using System.Net.Http.Json;
using GameNight.BrowserTests.Harness;

namespace GameNight.BrowserTests.Load;

public sealed class FewThreadsTests
{
    private const int Threads = 2;
    private const int AtOnce = 8;
    private const int Rounds = 5;

    /// <summary>
    /// A pool that needs more threads gets them one by one, and players wait meanwhile. Here it gets none: whoever held a thread while
    /// waiting for another one would wait for ever.
    /// </summary>
    [Fact]
    public async Task PlaysAndStatistics_AtOnceOnTwoThreads_AreAllAnswered()
    {
        await using var game = new GameProcess();
        game.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = $"{Threads}";
        await game.StartAsync();
        using var client = new HttpClient { BaseAddress = game.Address, Timeout = TimeSpan.FromMinutes(1) };
        var stored = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // Each a little elsewhere: the same drawing counts once.
            var plays = Enumerable.Range(0, AtOnce).Select(number => client.PostAsJsonAsync(
                "api/observations", new { algorithm = "mnist-cnn", strokes = Moved(Digits.Of(number), round).ToStrokes() })).ToList();
            var counts = Enumerable.Range(1, AtOnce).Select(day =>
                client.GetAsync($"api/statistics?from=2026-0{round + 1}-0{day}")).ToList();
            foreach (var answer in await Task.WhenAll(plays))
            {
                // A contestant that has no thread for a second is left out, and the play is refused.
                Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
                stored += answer.StatusCode == HttpStatusCode.Created ? 1 : 0;
            }

            Assert.All(await Task.WhenAll(counts), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        }

        Assert.NotEqual(0, stored);
        using var player = new GameClient(game.Address!);
        Assert.Equal(stored, await player.ObservationsAsync());
    }

    private static Drawing Moved(Drawing drawing, int by) => drawing.Map(spot => new(spot.X + by, spot.Y));
}
