using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Privacy;

/// <summary>What a player said of others' drawings is the player's, too.</summary>
public sealed class VoteDeletionTests(GameServer server) : IClassFixture<GameServer>
{
    private IObservationStore Store => server.Services.GetRequiredService<IObservationStore>();

    [Fact]
    public async Task Delete_OfOneOfWhomOnlyVotesAreKept_TakesThemAway()
    {
        using var ann = server.NewPlayer();
        var played = await ann.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
        var own = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var player = (await Store.FindAsync(own, default))!.Player;
        // As when it is older than drawings are kept.
        await Store.DeleteAsync([own], default);
        var other = ObservationBuilder.Of();
        await Store.AppendAsync(other, default);
        await Store.VoteAsync(other.Id, new Vote(player, 4, DateTimeOffset.UtcNow), default);
        var traces = new Traces(player);
        Assert.NotEmpty(traces.FindIn(server.DataFolder));

        Assert.Equal(HttpStatusCode.Accepted, (await ann.DeleteAsync("/api/players/me")).StatusCode);

        await Eventually.TrueAsync(async () => (await Store.FindAsync(other.Id, default))!.Votes.Count == 0);
        await Eventually.TrueAsync(() => traces.FindIn(server.DataFolder).Count == 0);
    }
}
