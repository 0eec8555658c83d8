using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rooms;

/// <summary>A screen and three phones: a game from the empty lobby to the podium, and back.</summary>
public sealed class RoomJourney(SharedGame shared) : Journey(shared)
{
    private static readonly string[] Names = ["Ann", "Bo", "Cy"];

    private readonly List<string> _errors = [];
    private int _sent;

    [BrowserFact]
    public async Task Room_AScreenAndThreePhones_PlayToThePodiumAndMeetAgainInTheLobby()
    {
        await using var game = new GameProcess();
        game.Settings.AddRange(
        [
            "--GameNight:Rooms:Pace=3", "--GameNight:JoinAddress=http://192.168.1.20:5080", "--GameNight:Training:Enabled=false",
        ]);
        await game.StartAsync();
        var screen = Screens.Desktop();
        screen.ReducedMotion = ReducedMotion.Reduce;
        await VisitAsync(game, async page =>
        {
            Watch(page);
            var stage = new StagePage(page);
            await page.GotoAsync(game.HostLink);
            var code = await stage.OpenAsync(rounds: 1);
            await Expect(page.GetByText($"Join at 192.168.1.20:5080/rooms/{code}")).ToBeVisibleAsync();
            Assert.Equal($"http://192.168.1.20:5080/rooms/{code}", await page.ReadQrAsync());
            await Expect(stage.Button("Start")).ToBeDisabledAsync();
            await AddPhoneAsync(game, [], phones => PlayAsync(stage, code, phones));
        }, screen);
        Assert.Empty(_errors);
    }

    private Task AddPhoneAsync(GameProcess game, IReadOnlyList<PhonePage> phones, Func<IReadOnlyList<PhonePage>, Task> journey) =>
        phones.Count == Names.Length ? journey(phones) : VisitAsync(
            game,
            page =>
            {
                Watch(page);
                return AddPhoneAsync(game, [.. phones, new PhonePage(page)], journey);
            },
            Screens.Phone(),
            $"room-{Names[phones.Count]}");

    private async Task PlayAsync(StagePage stage, string code, IReadOnlyList<PhonePage> phones)
    {
        await Task.WhenAll(phones.Zip(Names, (phone, name) => phone.JoinAsync(code, name)));
        await Expect(stage.Page.GetByText("3 in. All here?")).ToBeVisibleAsync();
        await stage.Page.ExpectAccessibleAsync("the screen in the lobby");
        await stage.Button("Start").ClickAsync();
        await stage.SkipAsync(new Regex("^Draw your digit"));

        await Task.WhenAll(DrawAndReloadAsync(phones[0]), DrawAndMoveAsync(phones[1]), DrawAndSendTwiceAsync(phones[2]));
        await Expect(stage.Heading).ToHaveTextAsync("Which digits do you read on your phone?");
        await Task.WhenAll(phones.Select(phone => phone.JudgeAsync(digit: 7)));
        foreach (var phone in phones)
            await Expect(phone.Page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Your drawing, an? \\d$") })).ToBeVisibleAsync();
        await stage.SkipAsync(new Regex("was asked for|drawings? fooled a machine|The machines read them all"));
        await stage.SkipAsync(new Regex("leads$|share the lead$"));

        await Expect(stage.Heading).ToHaveTextAsync(new Regex(" wins?!$"));
        var places = await stage.ReadPlacesAsync();
        Assert.Equal(Names, places.Select(place => place.Split(' ')[1]).Order());
        foreach (var phone in phones)
        {
            await Expect(phone.Places).ToHaveCountAsync(Names.Length);
            Assert.Equal(places, await phone.ReadPlacesAsync());
        }

        await stage.Button("Play again").ClickAsync();
        await Expect(stage.Page.GetByText("3 in. All here?")).ToBeVisibleAsync();
        foreach (var phone in phones)
        {
            await Expect(phone.Heading).ToHaveTextAsync("You’re in!");
            await Expect(phone.Page.GetByText("3 are here")).ToBeVisibleAsync();
        }
    }

    /// <summary>A phone that is loaded again comes back to its drawing.</summary>
    private static async Task DrawAndReloadAsync(PhonePage phone)
    {
        await phone.DrawAsync();
        await Expect(phone.BlankPad).ToHaveCountAsync(0);
        var asked = await phone.ReadAskedAsync();
        await phone.Page.ReloadAsync();
        Assert.Equal(asked, await phone.ReadAskedAsync());
        await Expect(phone.BlankPad).ToHaveCountAsync(0);
        await phone.Button("Send").TapAsync();
        await Expect(phone.Pad).ToBeHiddenAsync();
    }

    /// <summary>A seat is in one tab at a time; who goes back to the first finds the ink there.</summary>
    private static async Task DrawAndMoveAsync(PhonePage phone)
    {
        await phone.DrawAsync();
        var twin = new PhonePage(await phone.Page.Context.NewPageAsync());
        await twin.Page.GotoAsync(phone.Page.Url);
        await twin.ReadAskedAsync();
        await Expect(phone.Heading).ToHaveTextAsync("You’re playing in another tab");
        await Expect(phone.Pad).ToBeHiddenAsync();
        await phone.Button("Play here").TapAsync();
        await Expect(twin.Heading).ToHaveTextAsync("You’re playing in another tab");
        await phone.ReadAskedAsync();
        await twin.Page.CloseAsync();
        await Expect(phone.BlankPad).ToHaveCountAsync(0);
        await phone.Button("Send").TapAsync();
        await Expect(phone.Pad).ToBeHiddenAsync();
    }

    /// <summary>An impatient finger sends one drawing.</summary>
    private async Task DrawAndSendTwiceAsync(PhonePage phone)
    {
        phone.Page.Request += (_, request) =>
        {
            if (request.PostData?.Contains("\"kind\":\"draw\"", StringComparison.Ordinal) is true)
                _sent++;
        };
        await phone.DrawAsync();
        var button = (await phone.Button("Send").BoundingBoxAsync())!;
        var (x, y) = (button.X + button.Width / 2, button.Y + button.Height / 2);
        await Task.WhenAll(phone.Page.Touchscreen.TapAsync(x, y), phone.Page.Touchscreen.TapAsync(x, y));
        await Expect(phone.Pad).ToBeHiddenAsync();
        Assert.Equal(1, _sent);
    }

    /// <summary>Nothing goes wrong in a page, as far as its console knows.</summary>
    private void Watch(IPage page)
    {
        page.PageError += (_, error) => Add($"uncaught: {error}");
        page.Console += (_, message) => Add(message.Type == "error" ? message.Text : null);

        void Add(string? error)
        {
            lock (_errors)
            {
                if (error is not null)
                    _errors.Add($"{page.Url}: {error}");
            }
        }
    }
}
