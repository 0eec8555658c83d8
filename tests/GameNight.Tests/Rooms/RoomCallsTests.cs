using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Rooms;

/// <summary>Rooms over HTTP, as phones and the screen see them.</summary>
public sealed class RoomCallsTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With("--GameNight:Rooms:Pace=0.2");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Round_OfFool_EndsInObservationsWithVotesAndLabels()
    {
        var (code, key) = await RoomPhone.OpenAsync(_server.NewHost(), rounds: 1);
        await using var screen = new RoomPhone(_server.NewPlayer(), code, key);
        await screen.FollowAsync();
        List<RoomPhone> phones = [];
        foreach (var name in (string[])["Ann", "Bo", "Cy", "Di"])
        {
            var phone = new RoomPhone(_server.NewPlayer(), code);
            phones.Add(phone);
            using var joined = await phone.JoinAsync(name);
            Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
            await phone.FollowAsync();
        }

        (await screen.LeadAsync("start")).EnsureSuccessStatusCode();
        foreach (var phone in phones)
        {
            var task = (await phone.UntilPhaseAsync("draw")).GetProperty("task");
            Assert.Equal("draw", task.GetProperty("kind").GetString());
            Assert.InRange(task.GetProperty("digit").GetInt32(), 0, 9);
            using var drawn = await phone.DrawAsync();
            Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
        }

        foreach (var phone in phones)
        {
            await phone.UntilPhaseAsync("jury");
            await phone.JudgeAsync(7);
        }

        var reveal = (await screen.UntilPhaseAsync("reveal")).GetProperty("reveal");
        Assert.Equal(4, reveal.GetArrayLength());
        Assert.NotEmpty(reveal[0].GetProperty("guesses").EnumerateArray());
        await screen.UntilPhaseAsync("podium");
        var store = _server.Services.GetRequiredService<IObservationStore>();
        await Eventually.TrueAsync(async () => (await store.ReadAsync(null, 100, CancellationToken.None)).Items.Count == 4);
        var plays = (await store.ReadAsync(null, 100, CancellationToken.None)).Items;
        Assert.All(plays, play =>
        {
            Assert.Equal(PlayMode.Fool, play.Task!.Mode);
            Assert.Equal(3, play.Votes.Count);
            Assert.Equal((7, "jury"), (play.Label!.Digit, play.Label.By));
        });
        foreach (var phone in phones)
            await phone.DisposeAsync();
    }

    [Fact]
    public async Task Open_NotTheHost_IsForbidden()
    {
        using var player = _server.NewPlayer();
        using var refused = await player.PostAsJsonAsync("/api/rooms", new { mode = "fool", rounds = 5 });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("host's link", await DetailAsync(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chess", 5, "mode")]
    [InlineData("fool", 0, "rounds")]
    [InlineData("fool", 21, "rounds")]
    [InlineData(null, 5, "mode")]
    public async Task Open_UnknownKind_IsRefused(string? mode, int rounds, string field)
    {
        using var host = _server.NewHost();
        using var refused = await host.PostAsJsonAsync("/api/rooms", new { mode, rounds });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains($"\"{field}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_SameCookie_IsTheSameSeat()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        using var first = await phone.JoinAsync("Ann");
        using var again = await phone.JoinAsync("Ann");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Command_SentTwice_IsCarriedOutOnce()
    {
        var (code, key) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var screen = new RoomPhone(_server.NewPlayer(), code, key);
        foreach (var name in (string[])["Ann", "Bo", "Cy"])
        {
            using var other = _server.NewPlayer();
            (await new RoomPhone(other, code).JoinAsync(name)).EnsureSuccessStatusCode();
        }

        using var first = await screen.SendAsync(new { id = "once", kind = "start", stageKey = key });
        using var second = await screen.SendAsync(new { id = "once", kind = "start", stageKey = key });
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Join_TenWrongCodes_StrangersWaitAndSeatsDoNot()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var seated = new RoomPhone(_server.NewPlayer(), code);
        (await seated.JoinAsync("Ann")).EnsureSuccessStatusCode();
        using var guesser = _server.NewPlayer();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await new RoomPhone(guesser, "XXXX").JoinAsync("Eve");
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        using var stopped = await new RoomPhone(guesser, code).JoinAsync("Eve");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Contains("wrong codes", await DetailAsync(stopped), StringComparison.Ordinal);
        using var again = await seated.JoinAsync("Ann");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("end")]
    public async Task Lead_WithoutTheScreensKey_IsForbidden(string kind)
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        (await phone.JoinAsync("Ann")).EnsureSuccessStatusCode();
        using var refused = await phone.SendAsync(new { id = "1", kind });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var wrong = await phone.SendAsync(new { id = "2", kind, stageKey = "wrong" });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("key", await DetailAsync(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_Stranger_IsForbidden()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        using var stranger = _server.NewPlayer();
        using var refused = await stranger.GetAsync($"/api/rooms/{code}/events");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Follow_SecondConnectionOfASeat_ReplacesTheFirst()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        (await phone.JoinAsync("Ann")).EnsureSuccessStatusCode();
        await phone.FollowAsync();
        await phone.UntilPhaseAsync("lobby");
        using var twin = await phone.Http.GetAsync($"/api/rooms/{code}/events", HttpCompletionOption.ResponseHeadersRead);
        twin.EnsureSuccessStatusCode();
        Assert.Equal("replaced", await phone.UntilEventAsync());
    }

    [Fact]
    public async Task End_OpenRoom_SaysSoToAll()
    {
        var (code, key) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var screen = new RoomPhone(_server.NewPlayer(), code, key);
        await screen.FollowAsync();
        (await screen.LeadAsync("end")).EnsureSuccessStatusCode();
        Assert.Equal("ended", await screen.UntilEventAsync());
        using var late = _server.NewPlayer();
        await Eventually.TrueAsync(async () =>
        {
            using var refused = await new RoomPhone(late, code).JoinAsync("Late");
            return refused.StatusCode == HttpStatusCode.NotFound && await DetailAsync(refused) == "This room has ended.";
        });
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_server.DataFolder, "rooms"), "*.json"));
    }

    [Fact]
    public async Task Erase_PlayerInARoom_IsForgottenThere()
    {
        var (code, _) = await RoomPhone.OpenAsync(_server.NewHost());
        await using var phone = new RoomPhone(_server.NewPlayer(), code);
        (await phone.JoinAsync("Ann")).EnsureSuccessStatusCode();
        using var asked = await phone.Http.DeleteAsync("/api/players/me");
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await Eventually.TrueAsync(async () =>
        {
            var files = Directory.EnumerateFiles(Path.Combine(_server.DataFolder, "rooms"), "*.json");
            return !(await File.ReadAllTextAsync(files.Single())).Contains("Ann", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Join_PartyBehindOneAddress_IsNotCountedAsOneCaller()
    {
        var server = GameServer.With("--GameNight:Api:RequestsPerMinute=5");
        await server.InitializeAsync();
        var (code, _) = await RoomPhone.OpenAsync(server.NewHost());
        for (var i = 1; i <= 12; i++)
        {
            await using var phone = new RoomPhone(server.NewPlayer(), code);
            using var joined = await phone.JoinAsync($"Person {i}");
            Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        }

        await server.DisposeAsync();
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage refused) =>
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
}
