using System.Globalization;
using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Load;

/// <summary>A room as full as it gets: all see each phase at the same time, and agree in the end who has won.</summary>
[Collection(AloneGroup.Name)]
public sealed partial class ManyPhonesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 5;

    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1);

    private readonly Browser _browser = new();
    private readonly PhaseWatch _watch = new();
    private readonly TaskCompletionSource<string> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string[]> _podium = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(int Rank, int Points)> _ranks = [];
    private int _late;

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [ManyPhonesFact]
    public async Task Room_FullOfPhones_ShowsEachPhaseEverywhereWithinASecondAndTheSameRanks()
    {
        await using var game = new GameProcess();
        game.Settings.AddRange(
            ["--GameNight:Rooms:Pace=0.5", "--GameNight:Rooms:WhoMayOpen=Anybody", "--GameNight:Training:Enabled=false"]);
        await game.StartAsync();
        var phones = Enumerable.Range(1, ManyPhonesFactAttribute.Phones)
            .Select(number => _browser.VisitAsync(game, page => PlayAsync(page, number), Phone(), $"phone-{number}", isTraced: false));
        var screen = _browser.VisitAsync(game, LeadAsync, name: "screen", isTraced: false);
        // Whoever fails first ends it: the others would wait in vain.
        await foreach (var ended in Task.WhenEach([screen, .. phones]))
            await ended;

        Report();
        // As a league counts: who has as many points shares a rank.
        Assert.All(_ranks, seat => Assert.Equal(1 + _ranks.Count(other => other.Points > seat.Points), seat.Rank));
        Assert.Equal(ManyPhonesFactAttribute.Phones, _ranks.Count);
        Assert.All(_watch.Spreads(), change => Assert.Equal(ManyPhonesFactAttribute.Phones + 1, change.Pages));
        Assert.InRange(P95(), 0, Goal.TotalMilliseconds);
    }

    /// <summary>A phone of this size. In fewer pixels: to paint them is the work of that many phones, and not of one machine.</summary>
    private static BrowserNewContextOptions Phone()
    {
        var screen = Screens.Phone();
        screen.DeviceScaleFactor = 1;
        return screen;
    }

    private async Task LeadAsync(IPage page)
    {
        await PhaseWatch.AddToAsync(page);
        var stage = new StagePage(page);
        _code.SetResult(await stage.OpenAsync(Rounds));
        await Expect(page.GetByText($"{ManyPhonesFactAttribute.Phones} in. All here?")).ToBeVisibleAsync();
        await stage.Button("Start").ClickAsync();
        await Expect(stage.Heading).ToHaveTextAsync(new Regex(" (wins?!)$"), new() { Timeout = 10 * 60_000 });
        _podium.SetResult(await stage.ReadPlacesAsync());
        await _watch.AddAsync(page);
    }

    private async Task PlayAsync(IPage page, int number)
    {
        await PhaseWatch.AddToAsync(page);
        var phone = new PhonePage(page);
        await phone.JoinAsync(await _code.Task, $"Player {number}");
        var random = new Random(number);
        for (var round = 1; round <= Rounds; round++)
        {
            await phone.ExpectShownAsync($"^(draw|sending|sent|jury|judged) {round}\\b");
            await DrawAsync(phone, number, random);
            await phone.ExpectShownAsync($"^(jury|judged|reveal|board) {round}\\b");
            await JudgeAsync(phone, random);
        }

        await phone.ExpectShownAsync("^podium");
        await Expect(phone.Places).ToHaveCountAsync(Math.Min(3, ManyPhonesFactAttribute.Phones));
        Assert.Equal(await _podium.Task, await phone.ReadPlacesAsync());
        var own = OwnPlace().Match(await page.Locator("p.lead").First.InnerTextAsync());
        lock (_ranks)
        {
            var points = int.Parse(own.Groups[1].Value.Replace('−', '-'), CultureInfo.InvariantCulture);
            _ranks.Add((int.Parse(own.Groups[2].ValueSpan, CultureInfo.InvariantCulture), points));
        }

        await _watch.AddAsync(page);
    }

    /// <summary>After a moment; one in eight never presses Send, and leaves that to the end of the time.</summary>
    private async Task DrawAsync(PhonePage phone, int number, Random random)
    {
        await Task.Delay(random.Next(2_000));
        if (!await phone.Pad.IsVisibleAsync())
        {
            Interlocked.Increment(ref _late);
            return;
        }

        await phone.DrawAsync();
        if (number % 8 != 0)
            await TapAsync(phone.Button("Send"));
    }

    private async Task JudgeAsync(PhonePage phone, Random random)
    {
        while (await phone.ReadJudgedAsync() is { } shown)
        {
            await TapAsync(phone.Digit(random.Next(10)));
            await phone.ExpectNextAsync(shown);
        }
    }

    /// <summary>Who is too slow for a phase plays on in the next one.</summary>
    private async Task TapAsync(ILocator button)
    {
        try
        {
            await button.TapAsync(new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _late);
        }
    }

    private double P95()
    {
        double[] spreads = [.. _watch.Spreads().Select(change => change.Spread).Order()];
        return spreads[(int)Math.Ceiling(0.95 * spreads.Length) - 1];
    }

    private void Report()
    {
        foreach (var (phase, pages, spread) in _watch.Spreads())
            output.WriteLine($"{phase,-10} {pages} pages, first to last {spread:N0} ms");
        output.WriteLine($"p95 {P95():N0} ms; {_late} times too late to draw or judge; load {File.ReadAllText("/proc/loadavg").Trim()}");
    }

    [GeneratedRegex(@"^(−?\d+) points?, (\d+)")]
    private static partial Regex OwnPlace();
}
