using System.Net;
using GameNight.Benchmarks.Endurance;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Limits;

/// <summary>Pages with real circuits, as the load drivers of the benchmarks open them.</summary>
public sealed class PagePlayerTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With(
        "--GameNight:Training:Enabled=false", "--GameNight:Limits:MegabytesPerAddress=1");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Round_OnAPage_IsSavedWithItsAnswer()
    {
        await using var player = await PagePlayer.OpenAsync(_server.Address, IPAddress.Parse("127.0.0.2"), default);
        await PlayAsync(player, points: 20);
        await PlayAsync(player, points: 20);
        Assert.Equal(2, player.Saved);
        var store = _server.Services.GetRequiredService<IObservationStore>();
        var plays = await store.ReadAsync(after: null, limit: 10, default);
        Assert.Equal(2, plays.Items.Count(play => play is { Input: InputKind.Touch, Label: not null }));
    }

    /// <summary>A page tells its address itself; without that, its plays would be nobody's.</summary>
    [Fact]
    public async Task Drawings_OnPagesOfOneAddress_HaveItsQuota()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await using var player = await PagePlayer.OpenAsync(_server.Address, IPAddress.Parse("127.0.0.2"), default);
                for (var j = 0; j < 5; j++)
                    await PlayAsync(player, points: 2000);
            }
        });
        Assert.Contains("from your address fill 1 MB", refused.Message, StringComparison.Ordinal);

        await using var neighbour = await PagePlayer.OpenAsync(_server.Address, IPAddress.Parse("127.0.0.3"), default);
        await PlayAsync(neighbour, points: 20);
        Assert.Equal(1, neighbour.Saved);
    }

    private static async Task PlayAsync(PagePlayer player, int points)
    {
        // A scribble down the pad, another one each time: whatever it is taken for, the player says that it is right.
        var random = new Random();
        await player.DrawAsync(Ink.FromStrokes([[.. Enumerable.Range(0, points).Select(i =>
            new[] { 100 + 20 * random.NextDouble(), 20 + 200.0 * i / points, 0.8 * i })]]));
        await player.GuessAsync();
        await player.MarkAsync();
    }
}
