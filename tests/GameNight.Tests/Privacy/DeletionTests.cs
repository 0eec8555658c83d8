using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Identity.Erasure;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Privacy;
using GameNight.Retraining.Review;
using GameNight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Privacy;

public sealed class DeletionTests : IAsyncLifetime
{
    private const string Weird = "[[[11,13,0],[60,17,120],[30,91,400],[77,44,555]],[[5,5,700],[9,12,733]]]";

    private readonly GameServer _server = GameServer.With("--GameNight:Training:Enabled=false");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Delete_OwnData_LeavesNothingInAnyFileAndTheOthersAreUntouched()
    {
        using var ann = _server.NewPlayer();
        using var bob = _server.NewPlayer();
        var id = await PlayAsync(ann, Weird, 7);
        for (var i = 0; i < 3; i++)
            await PlayAsync(ann, SampleDrawings.Seven, 7);
        var other = await PlayAsync(bob, SampleDrawings.One, 1);
        var player = (await FindAsync(id))!.Player;
        await Service<Nicknames>().SetAsync(PlayerHandle.Of(player), "Ann the First", default);
        await Service<PersonalizationService>().SettleAsync();
        await Service<ReviewDecisions>().DropAsync(id, default);
        var traces = new Traces(player, await ReadAllAsync(player));
        Assert.Contains(traces.FindIn(_server.DataFolder), trace => trace.StartsWith("ink", StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => (await DescribeRookieAsync()).Contains("4 answers", StringComparison.Ordinal));

        var deleted = await ann.DeleteAsync("/api/players/me");

        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        Assert.Equal("/api/players/me", deleted.Headers.Location?.ToString());
        await GoneAsync(ann);
        await Eventually.TrueAsync(async () => (await DescribeRookieAsync()).Contains("One answer", StringComparison.Ordinal));
        Assert.Empty(traces.FindIn(_server.DataFolder));
        Assert.Empty(new Traces(id.ToString()).FindIn(_server.DataFolder));
        Assert.Equal(0, Service<PersonalizationService>().ProgressOf(player).Marks);
        Assert.Empty(await Service<ReviewDecisions>().ReadAsync(default));
        Assert.Equal(other, (await FindAsync(other))!.Id);
        Assert.Equal(1, await CountAsync(bob));
        var statistics = await bob.GetFromJsonAsync<JsonElement>("/api/statistics");
        Assert.Equal(1, statistics.GetProperty("observations").GetInt32());
        Assert.Equal((4, 4), await TotalsAsync());
    }

    [Fact]
    public async Task Delete_ThenPlayedOn_KeepsWhatCameLater()
    {
        using var ann = _server.NewPlayer();
        await PlayAsync(ann, SampleDrawings.Seven, 7);
        await ann.DeleteAsync("/api/players/me");
        await GoneAsync(ann);

        var later = await PlayAsync(ann, SampleDrawings.One, 1);

        Assert.Equal(1, await CountAsync(ann));
        Assert.Equal(1, (await FindAsync(later))!.Label!.Digit);
    }

    [Fact]
    public async Task Delete_WhileAPlayIsOnItsWay_DoesNotBringItBack()
    {
        using var ann = _server.NewPlayer();
        var before = (await FindAsync(await PlayAsync(ann, Weird, 7)))!;
        await ann.DeleteAsync("/api/players/me");
        await GoneAsync(ann);

        Assert.Equal(AppendOutcome.Erased, await Service<IObservationStore>().AppendAsync(before, default));

        Assert.Equal(0, await CountAsync(ann));
        Assert.Empty(new Traces(before.Player, before).FindIn(_server.DataFolder));
    }

    [Fact]
    public async Task Delete_ByTheHost_DeletesThatPlayer()
    {
        using var host = _server.NewHost();
        var play = SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","player":"Zoë/1","strokes":{{Weird}}}""");
        var id = (await (await host.PostAsync("/api/observations", play)).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("id").GetGuid();
        var traces = new Traces("Zoë/1", (await FindAsync(id))!);

        Assert.Equal(HttpStatusCode.Accepted, (await host.DeleteAsync($"/api/players/{Uri.EscapeDataString("Zoë/1")}")).StatusCode);

        await Eventually.TrueAsync(() => traces.FindIn(_server.DataFolder).Count == 0);
        Assert.Null(await FindAsync(id));
    }

    [Fact]
    public async Task Delete_AnotherPlayer_IsForTheHost()
    {
        using var ann = _server.NewPlayer();
        using var bob = _server.NewPlayer();
        var id = await PlayAsync(ann, SampleDrawings.Seven, 7);
        var player = (await FindAsync(id))!.Player;

        Assert.Equal(HttpStatusCode.Forbidden, (await bob.DeleteAsync($"/api/players/{player}")).StatusCode);

        Assert.NotNull(await FindAsync(id));
    }

    [Fact]
    public async Task Delete_SomebodyWhoNeverPlayed_KeepsNothingOfThem()
    {
        using var stranger = _server.NewPlayer();
        var deleted = await stranger.DeleteAsync("/api/players/me");
        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        Assert.False(deleted.Headers.Contains("Set-Cookie"));
        Assert.Equal(0, await CountAsync(stranger));
    }

    [Fact]
    public async Task Delete_WithACookieAndNothingElse_NotesNothing()
    {
        using var ann = _server.NewPlayer();
        await PlayAsync(ann, SampleDrawings.Seven, 7);
        await ann.DeleteAsync("/api/players/me");
        await GoneAsync(ann);
        var before = await ErasureTotals.ReadAsync(Service<IDocumentStore>(), default);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await ann.DeleteAsync("/api/players/me")).StatusCode);
        Assert.Equal(before, await ErasureTotals.ReadAsync(Service<IDocumentStore>(), default));
    }

    [Fact]
    public async Task Delete_AgainWithinAMinute_IsToldToWaitAndKeepsWhatIsNew()
    {
        using var ann = _server.NewPlayer();
        await PlayAsync(ann, SampleDrawings.Seven, 7);
        await ann.DeleteAsync("/api/players/me");
        await GoneAsync(ann);
        await PlayAsync(ann, SampleDrawings.One, 1);

        var again = await ann.DeleteAsync("/api/players/me");

        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        Assert.InRange(again.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 0, 60);
        Assert.Equal(1, await CountAsync(ann));
    }

    [Fact]
    public async Task Delete_OpenRequest_CountsOnlyWhatItIsAbout()
    {
        using var ann = _server.NewPlayer();
        var player = (await FindAsync(await PlayAsync(ann, SampleDrawings.Seven, 7)))!.Player;
        // Another game was asked, long before this drawing, and is gone for the moment.
        var clock = new FakeClock();
        clock.Set(DateTimeOffset.UtcNow.AddSeconds(-20));
        using var there = new Erasures(Service<IDocumentStore>(), clock);
        await there.RequestAsync(player, default);
        await PlayAsync(ann, SampleDrawings.One, 1);

        Assert.Equal(1, await CountAsync(ann));
        var own = Service<OwnDrawings>();
        Assert.Equal(1, await own.CountLeftAsync(player, default));
        await there.CompleteAsync(Assert.Single(there.Current.Requests).Key, there.Find(player)!, default);
        Assert.Null(await own.CountLeftAsync(player, default));
        Assert.Equal(2, await CountAsync(ann));
    }

    [Fact]
    public async Task Delete_ByTheHostsToken_NamesThePlayer()
    {
        using var host = _server.NewHost();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.DeleteAsync("/api/players/me")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.DeleteAsync("/api/players/host")).StatusCode);
        Assert.Null(await Service<Erasures>().FindNowAsync("host", default));
    }

    [Fact]
    public async Task Delete_AgainAndAgain_IsChargedToTheAddress()
    {
        await using var strict = GameServer.With("--GameNight:Training:Enabled=false", "--GameNight:Limits:DrawingsPerMinute=100");
        await strict.InitializeAsync();
        using var ann = strict.NewPlayer();
        Assert.Equal(HttpStatusCode.Accepted, (await ann.DeleteAsync("/api/players/me")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ann.DeleteAsync("/api/players/me")).StatusCode);
    }

    [Fact]
    public async Task Delete_LabelsThatThePlayerGaveOthers_AreTakenAway()
    {
        using var bob = _server.NewPlayer();
        var id = await PlayAsync(bob, SampleDrawings.Seven, 7);
        await Service<IObservationStore>().LabelAsync(id, new Label(1, "ann-the-labeller", DateTimeOffset.UtcNow), default);

        await Service<Erasures>().RequestAsync("ann-the-labeller", default);

        await Eventually.TrueAsync(() => new Traces("ann-the-labeller").FindIn(_server.DataFolder).Count == 0);
        Assert.Null((await FindAsync(id))!.Label);
    }

    private static async Task<Guid> PlayAsync(HttpClient player, string strokes, int digit)
    {
        var played = await player.PostAsync("/api/observations", SampleDrawings.Play(strokes));
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var labelled = await player.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json($$"""{"label":{{digit}}}"""));
        Assert.Equal(HttpStatusCode.NoContent, labelled.StatusCode);
        return id;
    }

    private static async Task<int> CountAsync(HttpClient player) =>
        (await player.GetFromJsonAsync<JsonElement>("/api/players/me")).GetProperty("observations").GetInt32();

    private static Task GoneAsync(HttpClient player) => Eventually.TrueAsync(async () => await CountAsync(player) == 0);

    private async Task<string> DescribeRookieAsync()
    {
        using var anybody = _server.NewPlayer();
        var algorithms = await anybody.GetFromJsonAsync<JsonElement>("/api/algorithms");
        return algorithms.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "rookie")
            .GetProperty("description").GetString()!;
    }

    private async Task<(long, long)> TotalsAsync()
    {
        var totals = await ErasureTotals.ReadAsync(Service<IDocumentStore>(), default);
        return (totals.Drawings, totals.Labelled);
    }

    private async Task<List<Observation>> ReadAllAsync(string player) =>
        [.. (await Service<IObservationStore>().ReadAsync(null, 1000, default)).Items.Where(play => play.Player == player)];

    private Task<Observation?> FindAsync(Guid id) => Service<IObservationStore>().FindAsync(id, default);

    private T Service<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();
}
