using Microsoft.Playwright;

namespace GameNight.BrowserTests.Load;

/// <summary>When each page of a room showed each of its phases: all browsers run on one machine, and have one clock.</summary>
internal sealed class PhaseWatch
{
    // What is shown names itself, such as "draw 2 draw 7 1" or "judged 2". The frame after the change is the one that is seen.
    private const string Watch = """
        (() => {
          const phases = { sending: 'draw', sent: 'draw', watching: 'draw', judged: 'jury' };
          globalThis.shownAt = {};
          new MutationObserver(() => {
            const [kind, round = ''] = (document.querySelector('.view > .screen')?.dataset.key ?? '').split(' ');
            const phase = `${round} ${phases[kind] ?? kind}`;
            if (phase in shownAt) return;
            shownAt[phase] = null;
            requestAnimationFrame(() => (shownAt[phase] = Date.now()));
          }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-key'] });
        })()
        """;

    private static readonly string[] Phases = ["brief", "draw", "jury", "reveal", "board", "podium"];

    private readonly Dictionary<string, List<double>> _shown = [];

    public static Task AddToAsync(IPage page) => page.AddInitScriptAsync(Watch);

    /// <summary>Adds what a page has shown.</summary>
    public async Task AddAsync(IPage page)
    {
        foreach (var (phase, at) in await page.EvaluateAsync<Dictionary<string, double?>>("shownAt"))
        {
            if (at is not { } time || !Phases.Contains(phase.Split(' ')[1]))
                continue;
            if (!_shown.TryGetValue(phase, out var times))
                _shown[phase] = times = [];
            times.Add(time);
        }
    }

    /// <summary>For each change of phase, the milliseconds from the first page that showed it to the last, in the order of time.</summary>
    public IReadOnlyList<(string Phase, int Pages, double Spread)> Spreads() =>
    [
        .. from phase in _shown
           let times = phase.Value
           orderby times.Min()
           select (phase.Key, times.Count, times.Max() - times.Min()),
    ];
}
