using System.Net.Http.Headers;
using GameNight.Tests.Rooms.Crowd;
using GameNight.Tests.Storage;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Rooms;

/// <summary>A game of twelve whose process is killed at random moments. The benchmark <c>rooms --kills</c> does it more often.</summary>
public class KilledRoomTests
{
    private const int Kills = 3;

    [Fact]
    public async Task Room_KilledAtRandomMoments_HasWhatItAcknowledged()
    {
        using var folder = new TemporaryFolder();
        await using var game = new KillableGame(folder.Path, GameServer.HostToken, "--GameNight:Rooms:Pace=0.2");
        await game.StartAsync();
        var figures = new CrowdFigures();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", GameServer.HostToken);
        await using var room = await CrowdRoom.OpenAsync(
            host, rounds: 3, () => new HttpClient { BaseAddress = game.Address }, (_, digit, random) => StrokeSkeletons.Draw(digit, random),
            figures, patience.Token);
        await room.JoinAsync(12, patience.Token);
        var playing = room.PlayAsync(patience.Token);
        for (var i = 0; i < Kills; i++)
        {
            await Task.WhenAny(playing, Task.Delay(TimeSpan.FromSeconds(1 + 5 * Random.Shared.NextDouble()), patience.Token));
            Assert.False(playing.IsCompleted, $"The game was over before kill {i + 1}: {playing.Exception}");
            await game.KillAsync();
            await game.StartAsync();
        }

        await playing;
        Assert.Empty(room.Ledger.FindFaults());
        Assert.Equal(0, figures.AnsweredOtherwise);
        Assert.True(room.Ledger is { Draws: > 12, Votes: > 60 }, $"{room.Ledger.Draws} drawings and {room.Ledger.Votes} votes were taken.");
        // Late is who was on the way when a phase ended; nobody is refused for another reason.
        Assert.All(figures.Refused.Keys, reason => Assert.StartsWith("409 Time's up", reason, StringComparison.Ordinal));
    }
}
