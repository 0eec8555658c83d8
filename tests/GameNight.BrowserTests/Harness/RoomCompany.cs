using System.Net;
using GameNight.Tests.Rooms;

namespace GameNight.BrowserTests.Harness;

/// <summary>A room with two people in it who have no pages, so that a third can play there.</summary>
internal sealed class RoomCompany : IAsyncDisposable
{
    /// <summary>
    /// Nobody has to hurry: phases end when everybody has done what they ask, and the others are skipped. So a busy machine makes a
    /// journey slow, and not wrong.
    /// </summary>
    public static readonly string[] Settings = ["--GameNight:Rooms:WhoMayOpen=Anybody", "--GameNight:Rooms:Pace=3"];

    private readonly RoomPhone _screen;
    private readonly List<RoomPhone> _people = [];

    private RoomCompany(Uri game, string code, string stageKey)
    {
        (Code, Stage) = (code, $"/rooms/{code}/stage#{stageKey}");
        _screen = new RoomPhone(new HttpClient { BaseAddress = game }, code, stageKey);
    }

    public string Code { get; }

    /// <summary>The path of the screen, with its key.</summary>
    public string Stage { get; }

    /// <param name="game">Where the room is.</param>
    /// <param name="mode">The game that is played in it.</param>
    public static async Task<RoomCompany> OpenAsync(GameProcess game, string mode = "fool")
    {
        using var host = new HttpClient { BaseAddress = game.Address };
        var (code, stageKey) = await RoomPhone.OpenAsync(host, mode, rounds: 1);
        var company = new RoomCompany(game.Address!, code, stageKey);
        foreach (var name in (string[])["Bo", "Cy"])
        {
            var person = new RoomPhone(new HttpClient { BaseAddress = game.Address }, code);
            company._people.Add(person);
            using var seat = await person.JoinAsync(name);
            Assert.Equal(HttpStatusCode.Created, seat.StatusCode);
            await person.FollowAsync();
        }

        return company;
    }

    /// <summary>Starts the game, and goes on until people draw.</summary>
    public async Task StartAsync()
    {
        await LeadAsync("start");
        await LeadAsync("skip");
    }

    /// <summary>Does what is done on the screen: start, skip.</summary>
    public async Task LeadAsync(string kind)
    {
        using var led = await _screen.LeadAsync(kind);
        Assert.True(led.IsSuccessStatusCode, await led.Content.ReadAsStringAsync());
    }

    /// <param name="step">The step in which that is asked for.</param>
    public async Task DrawAsync(string step = "draw")
    {
        foreach (var person in _people)
        {
            await person.UntilAsync(snapshot => snapshot.GetProperty("step").GetString() == step);
            using var drawn = await person.DrawAsync();
            Assert.True(drawn.IsSuccessStatusCode, await drawn.Content.ReadAsStringAsync());
        }
    }

    public async Task JudgeAsync()
    {
        foreach (var person in _people)
        {
            await person.UntilPhaseAsync("jury");
            await person.JudgeAsync(digit: 7);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // An address may have a few rooms only; where the game has been killed meanwhile, it has none.
        using var ended = await _screen.LeadAsync("end");
        foreach (var person in _people)
            await person.DisposeAsync();
        await _screen.DisposeAsync();
    }
}
