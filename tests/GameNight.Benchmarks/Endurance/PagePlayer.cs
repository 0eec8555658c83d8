using System.Net;
using System.Text.Json;
using GameNight.Benchmarks.Endurance.Circuits;
using GameNight.Drawing.Strokes;

namespace GameNight.Benchmarks.Endurance;

/// <summary>A player on the play page: draws, has a guess shown after each stroke, guesses, says it was right.</summary>
internal sealed class PagePlayer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _browser;
    private readonly bool _isOwnBrowser;
    private readonly TaskCompletionSource _ready = New();
    private Circuit? _circuit;
    private TaskCompletionSource _answered = New();
    private TaskCompletionSource _saved = New();
    private InvalidOperationException? _refused;
    private (int Component, long Handler) _guess;
    private (int Component, long Handler) _right;

    private PagePlayer(HttpClient browser, bool isOwn) => (_browser, _isOwnBrowser) = (browser, isOwn);

    /// <summary>The player's cookies and address, for calls beside the page.</summary>
    public HttpClient Browser => _browser;

    /// <summary>How many drawings the page has called saved.</summary>
    public int Saved { get; private set; }

    /// <summary>Ends when the page's circuit does, with an exception where the server ended it.</summary>
    public Task Ended => _circuit!.Ended;

    /// <summary>Loads the play page in a new browser, and returns when its pad can be drawn on.</summary>
    public static Task<PagePlayer> OpenAsync(Uri game, IPAddress from, CancellationToken cancellation) =>
        OpenAsync(new PagePlayer(Client.From(from, game), isOwn: true), cancellation);

    /// <summary>Loads the play page in a browser that has cookies already, and stays the caller's.</summary>
    public static Task<PagePlayer> OpenAsync(HttpClient browser, CancellationToken cancellation) =>
        OpenAsync(new PagePlayer(browser, isOwn: false), cancellation);

    /// <summary>A drawing as the page sends it: after each stroke, all of it.</summary>
    public static IEnumerable<Ink> AsItGrows(Ink ink) =>
        Enumerable.Range(1, ink.Strokes.Count).Select(strokes => Ink.FromStrokes(ink.ToStrokes()[..strokes]));

    /// <summary>The same of a hand that lifts the pen so many times, wherever it is.</summary>
    public static IEnumerable<Ink> InParts(Ink ink, int parts)
    {
        var strokes = ink.ToStrokes();
        var points = strokes.Sum(stroke => stroke.Length);
        for (var part = 1; part <= parts; part++)
        {
            var left = Math.Max(1, points * part / parts);
            var drawn = new List<double[][]>();
            foreach (var stroke in strokes.TakeWhile(_ => left > 0))
            {
                drawn.Add(stroke[..Math.Min(stroke.Length, left)]);
                left -= stroke.Length;
            }

            yield return Ink.FromStrokes([.. drawn]);
        }
    }

    /// <summary>Sends the drawing as it is after a stroke, and returns when the live guess at it has come.</summary>
    public Task DrawAsync(Ink ink) => _circuit!.InvokeAsync(
        _circuit.Attached, "InkDrawn", JsonSerializer.Serialize<object[]>([ink, ink.Strokes.Select(_ => "touch")]));

    /// <summary>Presses <em>Guess</em>, and returns when the answer is shown and the play is stored.</summary>
    /// <param name="shown">Called when the answer is shown, which does not wait for the store.</param>
    public async Task GuessAsync(Action? shown = null)
    {
        (_answered, _refused) = (New(), null);
        await PressAsync(() => _guess.Handler, _answered.Task, "The answer", shown);
    }

    /// <summary>Presses <em>Right</em>, and returns when <em>Saved</em> is shown.</summary>
    public async Task MarkAsync()
    {
        // What the page refused when it guessed, it does not say again.
        if (_refused is { } refused)
            throw refused;
        _saved = New();
        await PressAsync(() => _right.Handler, _saved.Task, "Saved", shown: null);
        Saved++;
    }

    public async ValueTask DisposeAsync()
    {
        if (_circuit is not null)
            await _circuit.DisposeAsync();
        if (_isOwnBrowser)
            _browser.Dispose();
    }

    private static async Task<PagePlayer> OpenAsync(PagePlayer player, CancellationToken cancellation)
    {
        try
        {
            player._circuit = await Circuit.OpenAsync(player._browser, "/", player.OnRendered, cancellation);
            await player.WaitAsync(player._ready.Task, "A pad that can be drawn on");
            return player;
        }
        catch
        {
            await player.DisposeAsync();
            throw;
        }
    }

    private void OnRendered(RenderedBatch batch)
    {
        foreach (var (component, action, handler) in batch.Buttons)
        {
            if (action == "guess")
                _guess = (component, handler);
            else if (action == "right")
                _right = (component, handler);
            else if (action is null && component == _right.Component)
                _right.Handler = handler;
            else if (action is null && component == _guess.Component)
                _guess.Handler = handler;
        }

        // The pad is busy until its script and the server have found each other; the page as a whole has the pad's name in it.
        if (batch.Texts.Contains("aria-busy") && !batch.Texts.Contains("Drawing pad"))
            _ready.TrySetResult();
        if (batch.Buttons.Any(button => button.Action == "right"))
            _answered.TrySetResult();
        if (batch.Texts.Contains("Saved"))
            _saved.TrySetResult();
        if (batch.Texts.Contains("trouble"))
        {
            _refused = new InvalidOperationException($"The page says: {batch.Texts.MaxBy(text => text.Length)}");
            _answered.TrySetException(_refused);
            _saved.TrySetException(_refused);
        }
    }

    private async Task PressAsync(Func<long> button, Task awaited, string what, Action? shown)
    {
        var handled = _circuit!.ClickAsync(button);
        // A press that fails shows nothing: that is not worth waiting for.
        await WaitAsync(Task.WhenAny(handled, awaited).Unwrap(), what);
        await WaitAsync(awaited, what);
        shown?.Invoke();
        await WaitAsync(handled, what);
    }

    /// <exception cref="TimeoutException">It did not come in time.</exception>
    private async Task WaitAsync(Task task, string what)
    {
        try
        {
            await await Task.WhenAny(task, _circuit!.Ended).WaitAsync(Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{what} did not come within {Patience.TotalSeconds:N0} s.", e);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
