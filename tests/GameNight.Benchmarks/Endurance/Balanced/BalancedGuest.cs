using System.Net;
using GameNight.Benchmarks.Endurance.Party;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>Somebody with one browser, who loads the page again when it breaks, as the page itself would, and plays on.</summary>
internal sealed class BalancedGuest(Uri balancer, BalancedFigures figures, DrawnInk drawings, Pace pace, int number) : IDisposable
{
    private const string PlayerCookie = "game-night-player";

    private static readonly TimeSpan Click = TimeSpan.FromMilliseconds(250);

    /// <summary>Until a page that broke is loaded again, and from one attempt to the next.</summary>
    private static readonly TimeSpan Reload = TimeSpan.FromMilliseconds(200);

    private readonly Random _random = new(number);
    private readonly CookieContainer _cookies = new();
    private readonly HashSet<Ink> _saved = [];
    private HttpClient? _browser;
    private Ink? _drawn;
    private string? _known;

    /// <summary>The game at which the balancer keeps the browser.</summary>
    public string Game => Cookie(Balancer.CookieName);

    /// <summary>How many drawings and their marks the page has called saved.</summary>
    public int Saved => _saved.Count;

    /// <summary>Whether some game took the browser for somebody else's: it has another player's cookie than at first.</summary>
    public bool IsStranger { get; private set; }

    private HttpClient Browser =>
        _browser ??= Client.From(new IPAddress([127, 0, 0, (byte)(10 + number)]), balancer, cookies: _cookies);

    /// <summary>Plays until a time of the evening.</summary>
    public async Task PlayAsync(TimeSpan until, CancellationToken cancellation)
    {
        // Not all come through the door at the same moment.
        await Task.Delay(pace.Drawing * _random.NextDouble(), cancellation);
        Absence? absence = null;
        while (figures.Clock.Elapsed < until)
        {
            try
            {
                await using var player = await PagePlayer.OpenAsync(Browser, cancellation);
                NoteWho();
                absence?.Load();
                while (figures.Clock.Elapsed < until)
                {
                    await DrawAsync(player, cancellation);
                    absence?.End(Game);
                    absence = null;
                }
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                absence ??= figures.Break(Game, e.Message);
                await Task.Delay(Reload, cancellation);
            }
        }
    }

    /// <summary>How many of the drawings that were called saved are not there, with their marks.</summary>
    public async Task<int> CountMissingAsync(CancellationToken cancellation)
    {
        var missing = new HashSet<Ink>(_saved);
        using var kept = await Browser.GetAsync(
            "/api/players/me/observations/export", HttpCompletionOption.ResponseHeadersRead, cancellation);
        kept.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await kept.Content.ReadAsStreamAsync(cancellation));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (ObservationJson.Parse(line) is { Label: not null, Ink: { } ink })
                missing.Remove(ink);
        }

        return missing.Count;
    }

    public void Dispose() => _browser?.Dispose();

    private async Task DrawAsync(PagePlayer player, CancellationToken cancellation)
    {
        (_drawn, _) = drawings.Next(_random, _drawn);
        var next = figures.Clock.Elapsed + pace.Drawing * (0.75 + 0.5 * _random.NextDouble());
        foreach (var drawn in PagePlayer.AsItGrows(_drawn))
        {
            await WaitAsync(pace.Stroke);
            await player.DrawAsync(drawn);
        }

        await WaitAsync(Click);
        await player.GuessAsync();
        await WaitAsync(Click);
        await figures.TimeSavedAsync(player.MarkAsync);
        _saved.Add(_drawn);
        await WaitAsync(next - figures.Clock.Elapsed);

        // The page notices at once that its circuit is gone, whatever its player does meanwhile.
        async Task WaitAsync(TimeSpan time)
        {
            if (time > TimeSpan.Zero)
                await await Task.WhenAny(Task.Delay(time, cancellation), player.Ended);
        }
    }

    private void NoteWho()
    {
        var cookie = Cookie(PlayerCookie);
        _known ??= cookie;
        IsStranger |= cookie != _known;
    }

    private string Cookie(string name) => _cookies.GetCookies(balancer)[name]?.Value ?? "";
}
