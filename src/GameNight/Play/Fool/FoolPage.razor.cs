using GameNight.Drawing;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Observations.Store;
using GameNight.Play.Asides;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Play.Fool;

/// <summary>
/// A digit is asked for in secret from the machines; the player draws it so that people read it and machines do not. Between two rounds
/// the player judges somebody else's drawing.
/// </summary>
public sealed partial class FoolPage(
    Contestants contestants,
    PlayService plays,
    JuryBench jury,
    FoolPoll poll,
    PendingPlays pendingPlays,
    BrowserSessionStorage storage,
    RecordingChoice recording,
    PageAddress address)
{
    private const string NoCookie =
        "This browser keeps no cookie, so the game can’t tell who plays. Allow cookies and load the page again.";
    private const string NotSaved = "This drawing couldn’t be saved yet. It’s kept on this page, and the next one tries again.";

    private readonly PageStep _step = new();
    private readonly TaskCompletionSource _begun = new();
    private readonly List<Guid> _unsaved = [];
    private DrawingPad? _pad;
    private PlaySession _session = new();
    private FoolRound _round = FoolRound.Unknown;
    private Observation? _judged;
    private Ink _ink = Ink.Blank;
    private bool _hasJudged;
    private string? _news;
    private string? _trouble;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string Phase => _judged is not null ? "judging" : _round.Observation is null ? "drawing" : "revealed";

    /// <summary>The drawing whose guesses the page shows; null before, and while somebody else's drawing is judged.</summary>
    private Observation? Revealed => _judged is null ? _round.Observation : null;

    private ShareCard? Card => Revealed is { } observation
        ? ShareCard.Of(observation, Jury.FoolPoints.Machines(observation.Guesses), _round.Asked, contestants.All)
        : null;

    private string Asked => _round.IsKnown ? DigitFormatter.WithArticle(_round.Asked) : "a digit";

    private string Points => recording.IsOff
        ? "Not recorded: no jury, no points"
        : FoolText.ForPoints(_session.Points, _session.AtTheJury.Count);

    private string? News => _news ?? (_judged is null && !recording.IsTold ? RecordingChoice.Notice : null);

    private string Result => _round switch
    {
        { Observation: { } observation, IsKept: true } when jury.IsOpen => FoolText.ForResult(observation),
        { Observation: { } observation, IsKept: true } =>
            $"{FoolText.ForResult(observation)} Nobody here gets to see it, so nobody can judge it.",
        { Observation: { } observation } => $"{FoolText.ForResult(observation)} It isn’t kept, so nobody can judge it.",
        _ => "",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await recording.RefreshAsync();
        _session = await storage.LoadAsync();
        // Only now: the browser may have been asked for a digit before, and drawn some of it.
        var begun = BeginAsync(FoolRound.Of(_session.Fooling, Random.Shared));
        _begun.SetResult();
        await begun;
        await AskJuryAsync();
        StateHasChanged();
    }

    private async Task OnInkChangedAsync(Ink ink)
    {
        // Cleared or shortened, or sent once more by a pad that missed the call to finish: it has had its guess.
        if (_round.IsOf(ink))
        {
            await FinishAsync(ink);
            return;
        }

        if (ink.Equals(_ink))
            return;
        // What was on its way was about another drawing.
        _step.End();
        // A new stroke after the reveal begins the next round: one who just wants to draw is not made to judge.
        var begun = _round.Observation is null ? Task.CompletedTask : BeginAsync(_round.Next(Random.Shared));
        (_ink, _trouble) = (ink, null);
        await begun;
    }

    private async Task GuessAsync()
    {
        Observation? guessed = null;
        await _step.RunAsync(async step => guessed = _round.Observation is null ? await FindGuessesAsync(step) : null);
        if (guessed is null)
            return;
        var recorded = _round.IsKept ? RecordAsync(guessed) : Task.CompletedTask;
        StateHasChanged();
        await Task.WhenAll(FinishAsync(guessed.Ink!), recording.TellAsync(), storage.SaveAsync(_session), recorded);
    }

    /// <returns>The drawing with its guesses, which is the round's now; null where there is none, and the page says why.</returns>
    private async Task<Observation?> FindGuessesAsync(CancellationToken step)
    {
        await _begun.Task;
        var (ink, player) = (_ink, await FindPlayerAsync());
        _trouble = ink.IsBlank ? "Draw something first."
            : player is null ? NoCookie
            : !contestants.All.Any(contestant => contestant.InService) ? "Nobody’s here to guess."
            : FoolText.Refuse(_round.Twist, ink);
        if (_trouble is not null)
            return null;
        try
        {
            await recording.RefreshAsync();
            var observation = await plays.GuessAsync(
                DrawnDigit.FromInk(ink, _pad!.Input), choice: null, player!, PlayOrigin.Page, asked: null, step, _round.Task);
            step.ThrowIfCancellationRequested();
            _round = _round with { Observation = observation, IsKept = !recording.IsOff };
            _session = _session with { Fooling = null };
            return observation;
        }
        catch (ContestantUnavailableException e)
        {
            _trouble = e.Message;
            return null;
        }
    }

    private async Task RecordAsync(Observation observation)
    {
        var saving = pendingPlays.RecordAsync(observation);
        var refusal = pendingPlays.Refusal;
        // What fooled nobody is worth nothing, whatever the jury says.
        if (refusal is null && jury.IsOpen && Jury.FoolPoints.For(observation.Task!.Asked!.Value, observation.Guesses) > 0)
            _unsaved.Add(observation.Id);
        var saved = await saving;
        if (saved)
        {
            _session = _unsaved.Where(id => !pendingPlays.IsErased(id)).Aggregate(_session, FoolPoll.Add);
            _unsaved.Clear();
            await storage.SaveAsync(_session);
        }

        // The next round may have begun.
        if (_round.Observation?.Id != observation.Id)
            return;
        _trouble = saved ? null : refusal ?? NotSaved;
        _round = _round with { IsKept = refusal is null };
    }

    /// <summary>
    /// Keeps what was guessed on the pad until the next stroke, and out of the browser's memory: a page that is loaded again asks for
    /// another digit.
    /// </summary>
    private Task FinishAsync(Ink ink) =>
        _pad is { } pad ? Task.WhenAll(pad.FinishAsync(ink).AsTask(), pad.ForgetAsync().AsTask()) : Task.CompletedTask;

    private Task BeginAsync(FoolRound round)
    {
        (_round, _judged, _ink, _news, _trouble) = (round, null, _begun.Task.IsCompleted ? Ink.Blank : _ink, null, null);
        _session = _session with { Fooling = round.Task };
        StateHasChanged();
        return storage.SaveAsync(_session);
    }

    private async Task<string?> FindPlayerAsync() => Authentication is null ? null : (await Authentication).User.FindPlayerId();
}
