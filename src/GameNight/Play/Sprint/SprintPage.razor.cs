using GameNight.Components;
using GameNight.Drawing;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Play.Sprint;

/// <summary>Sixty seconds: one contestant reads the digits that the page asks for, one after the other.</summary>
public sealed partial class SprintPage(
    Contestants contestants,
    PlayService plays,
    SprintBoard board,
    Nicknames names,
    PendingPlays pendingPlays,
    BrowserSessionStorage storage,
    RecordingChoice recording,
    TimeProvider clock,
    ILogger<SprintPage> log) : IAsyncDisposable
{
    private const string NoCookie =
        "This browser keeps no cookie, so the game can’t tell who plays. Allow cookies and load the page again.";
    private const string NotSaved = "A drawing couldn’t be saved yet. It’s kept on this page, and the next one tries again.";

    /// <summary>How long the pad rests before the contestant looks at it.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly PageLifetime _lifetime = new();
    private DrawingPad? _pad;
    private PlaySession _session = new();
    private SprintRun _run = SprintRun.Ready(Random.Shared);
    private SprintPhase _phase;
    private SprintNight? _night;
    private Ink _ink = Ink.Blank;

    /// <summary>The drawing before, which the pad may still have: it is cleared from here.</summary>
    private Ink? _done;

    private string? _player;
    private string _thought = "";
    private string? _news;
    private string? _trouble;
    private string? _announced;
    private bool _isUnrecorded;
    private bool _mayGoOn;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>
    /// Those that may read: neither the rookie, which learns meanwhile, nor a contestant that knows only this player's hand. Points are
    /// worth the same whoever draws.
    /// </summary>
    private IReadOnlyList<Contestant> Readers =>
    [
        .. contestants.All.Where(reader => reader.InService && reader.Id is not (Contestants.Rookie or Contestants.Personal)),
    ];

    private Contestant? Reader => Readers.OrderBy(reader => reader.Id != _session.SprintReader).FirstOrDefault();

    private int Seconds => (int)Math.Ceiling(_run.LeftAt(clock.GetUtcNow()).TotalSeconds);

    private string Heading => _phase switch
    {
        SprintPhase.Loading => "Sixty seconds",
        SprintPhase.Over or SprintPhase.Ringing => "Time!",
        _ => $"Draw {DigitFormatter.WithArticle(_run.Asked)}",
    };

    private string Standing => _phase switch
    {
        SprintPhase.Running => SprintText.ForRow(_run.Row),
        SprintPhase.Ready when _night?.Best is { } best => SprintText.ForBest(best, NameOf),
        _ => "",
    };

    private string Invitation => _phase switch
    {
        SprintPhase.Loading => "One moment…",
        SprintPhase.Ready => "The clock starts with your first stroke",
        _ => "",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await recording.RefreshAsync();
        _session = await storage.LoadAsync();
        _player = Authentication is null ? null : (await Authentication).User.FindPlayerId();
        Prepare(_session.SprintUnderWay is { } lost ? SprintText.ForLost(lost) : null);
        StateHasChanged();
        if (_session.SprintUnderWay is not null)
            await SaveAsync(underWay: null);
        await ReadBestAsync();
    }

    /// <summary>Called after every stroke, and when the pad is cleared, by the player or by this page.</summary>
    private async Task OnInkChangedAsync(Ink ink)
    {
        if (_phase is not (SprintPhase.Ready or SprintPhase.Running))
            return;
        // A pad that missed the call to clear, because the connection was lost, sends the same drawing again.
        if (_done is { } done && IsBegunWith(ink, done))
        {
            await _pad!.ClearAsync();
            return;
        }

        var isShorter = ink.Strokes.Count < _ink.Strokes.Count;
        (_done, _ink, _trouble) = (null, ink, null);
        if (isShorter && _phase == SprintPhase.Running)
            _run = _run.Missed();
        if (!ink.IsBlank && (_phase == SprintPhase.Running || Start(ink)))
            await LookAsync(ink, Rest);
    }

    private async Task GuessAsync()
    {
        if (_phase == SprintPhase.Ready && _ink.IsBlank)
            _trouble = $"Draw {DigitFormatter.WithArticle(_run.Asked)}: the clock starts with your first stroke.";
        if (_phase != SprintPhase.Running || _ink.IsBlank)
            return;
        if (await LookAsync(_ink, TimeSpan.Zero) is false)
            _run = _run.Missed();
    }

    private async Task SkipAsync()
    {
        if (_phase != SprintPhase.Running)
            return;
        _run = _run.Skipped(Random.Shared);
        await TurnAsync("");
    }

    private async Task ChooseAsync(string? reader)
    {
        _session = _session with { SprintReader = reader };
        await storage.SaveAsync(_session);
    }

    /// <summary>Lets the contestant look at a drawing, which counts where it reads the digit that was asked for.</summary>
    /// <returns>Whether it was read; null where the drawing has changed meanwhile, or nobody looked.</returns>
    private async Task<bool?> LookAsync(Ink ink, TimeSpan rest)
    {
        try
        {
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, clock, _lifetime.Token);
            if (!IsOnThePad(ink) || Reader is not { } reader)
                return null;
            var guess = await plays.GuessLiveAsync(DrawnDigit.FromInk(ink, input: null), reader.Id, _player, _lifetime.Token);
            // The player may have drawn on, or skipped it, and a look before may have counted it.
            if (!IsOnThePad(ink))
                return null;
            _thought = LiveGuessText.Say(guess, before: null);
            if (guess.Digit != _run.Asked)
                return false;
            await CountAsync(DrawnDigit.FromInk(ink, _pad!.Input), reader.Id);
            return true;
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            return null;
        }
        catch (Exception e) when (e is ContestantUnavailableException or UnknownAlgorithmException)
        {
            _trouble = e.Message;
            return null;
        }
    }

    private async Task CountAsync(DrawnDigit drawing, string reader)
    {
        var asked = _run.Asked;
        _run = _run.Read(Random.Shared);
        _isUnrecorded |= drawing.Input is InputKind.Program or InputKind.Picture;
        // Together: without a connection the browser answers none of them for a while, and the drawing is kept all the same.
        await Task.WhenAll(
            TurnAsync($"Yes, {DigitFormatter.WithArticle(asked)}!"), SaveAsync(_run.Score), RecordAsync(drawing, reader, asked));
    }

    /// <summary>Clears the pad for the next digit.</summary>
    private async Task TurnAsync(string thought)
    {
        (_done, _ink, _thought) = (_ink.IsBlank ? _done : _ink, Ink.Blank, thought);
        StateHasChanged();
        await _pad!.ClearAsync();
    }

    private async Task RecordAsync(DrawnDigit drawing, string reader, int asked)
    {
        await recording.RefreshAsync();
        _isUnrecorded |= recording.IsOff;
        if (recording.IsOff)
            return;
        try
        {
            // As in a challenge, the digit that was asked for is the label.
            var observation = await plays.GuessAsync(
                drawing, new ChosenAlgorithm(reader), _player!, PlayOrigin.Page, asked, CancellationToken.None,
                new DrawingTask(PlayMode.Sprint, asked));
            if (!await pendingPlays.RecordAsync(observation))
                _trouble = pendingPlays.Refusal ?? NotSaved;
        }
        catch (ContestantUnavailableException e)
        {
            _trouble = $"That drawing counts, but it isn’t kept: {e.Message}";
        }
    }

    private string NameOf(string reader) => contestants.Find(reader)?.Character.Name ?? reader;

    private Task SaveAsync(SprintScore? underWay) => storage.SaveAsync(_session = _session with { SprintUnderWay = underWay });

    private bool IsOnThePad(Ink ink) => ReferenceEquals(ink, _ink) && _phase is SprintPhase.Running or SprintPhase.Ringing;

    private static bool IsBegunWith(Ink ink, Ink first) => ink.Strokes.Count >= first.Strokes.Count
        && first.Strokes.Zip(ink.Strokes).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
