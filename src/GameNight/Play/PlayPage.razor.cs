using GameNight.Drawing;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Play;

/// <summary>The play page: the player draws a digit, sees the guesses, and says which digit it was.</summary>
public sealed partial class PlayPage(
    Contestants contestants,
    PlayService plays,
    SurpriseChoice surprise,
    PendingPlays pendingPlays,
    BrowserSessionStorage storage,
    RecordingChoice recording,
    RoundRecovery recovery,
    TrainingCountdown countdown)
{
    private const string NotSaved = "This play couldn’t be saved yet. It’s kept on this page, and the next one tries again.";
    private const string NoCookie =
        "This browser keeps no cookie, so the game can’t tell who plays. Allow cookies and load the page again.";

    private readonly LiveGuess _live = new();
    private DrawingPad? _pad;
    private PlaySession _session = new();
    private Round _round = Round.Drawing;
    private Ink _ink = Ink.Blank;
    private string? _trouble;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private ContestantSelection Selection => new(contestants.All, _session.Chosen, _round);

    private string Phase => _round switch { { Observation: null } => "drawing", { AwaitsMark: true } => "answered", _ => "marked" };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await recording.RefreshAsync();
        _session = await storage.LoadAsync();
        _isChosen = true;
        await RecoverAsync();
        StateHasChanged();
        // The player may have drawn before the browser told which contestant is chosen.
        await UpdateLiveGuessAsync();
        StateHasChanged();
    }

    /// <summary>
    /// Shows a live guess at the drawing. Called when ink arrives: after every stroke, or, where the browser guesses, after the first and
    /// then when the pen rests or a button is pressed. Also called when the pad is cleared.
    /// </summary>
    private async Task OnInkChangedAsync(Ink ink)
    {
        // A pad that missed the call to finish, because the connection was lost or the page loaded again, sends the same drawing again.
        if (_round.IsOf(ink))
        {
            await _pad!.FinishAsync(ink);
            return;
        }

        _ink = ink;
        var forgotten = Task.CompletedTask;
        // The last guess at the previous drawing is not the one before this stroke.
        if (_round.Observation is not null)
        {
            _live.Clear();
            forgotten = ForgetUnansweredAsync();
        }

        _round = Round.Drawing;
        _trouble = null;
        await Task.WhenAll(forgotten, UpdateLiveGuessAsync());
    }

    private async Task UpdateLiveGuessAsync()
    {
        if (_round.Observation is not null)
            return;
        if (_ink.IsBlank || IsGuessedInBrowser)
            _live.Clear();
        else
            await _live.UpdateAsync(() => GuessLiveAsync(_ink), e => Selection.IsSurprise ? "I’ve lost my thread." : e.Message);
    }

    /// <returns>Null where no contestant is in service.</returns>
    private async Task<Guess?> GuessLiveAsync(Ink ink)
    {
        var player = await FindPlayerAsync();
        return await ChooseForAsync(player) is { } choice
            ? await plays.GuessLiveAsync(DrawnDigit.FromInk(ink, input: null), choice.Algorithm, player, CancellationToken.None)
            : null;
    }

    /// <summary>Finds the algorithm that this drawing is for: the player's choice, or the game's.</summary>
    /// <returns>Null where no contestant is in service.</returns>
    private async Task<ChosenAlgorithm?> ChooseForAsync(string? player)
    {
        var selection = Selection;
        if (selection.IsSurprise)
            return await surprise.GetAsync(player ?? "");
        return selection.Chosen is { } contestant ? new ChosenAlgorithm(contestant.Id) : null;
    }

    private async Task<string?> FindPlayerAsync() => Authentication is null ? null : (await Authentication).User.FindPlayerId();

    private async Task ChooseAsync(string algorithm)
    {
        _session = _session with { Chosen = algorithm };
        _inBrowser = null;
        // Who looks at the others' answers knows who is behind the mask.
        _round = _round with { HasPeeked = _round.HasPeeked || _round.TakesBets };
        _live.Clear();
        await UpdateLiveGuessAsync();
        await storage.SaveAsync(_session);
    }

    private async Task SwitchChallengeAsync(bool on)
    {
        _session = _session.Switched(on, Random.Shared);
        // The drawing on the pad is not of the digit that is asked for now. It is dropped here before the browser has cleared the pad.
        await OnInkChangedAsync(Ink.Blank);
        await Task.WhenAll(_pad!.ClearAsync().AsTask(), storage.SaveAsync(_session));
    }

    private async Task GuessAsync()
    {
        // The same drawing is guessed, and stored, once.
        if (_round.Observation is not null)
            return;
        var player = await FindPlayerAsync();
        _trouble =
            _ink.IsBlank ? "Draw something first"
            : !Selection.IsAnyInService ? "Nobody’s here to guess."
            : player is null ? NoCookie
            : null;
        if (_trouble is not null)
            return;
        try
        {
            var ink = _ink;
            var drawing = DrawnDigit.FromInk(ink, _pad!.Input);
            await recording.RefreshAsync();
            if (await ChooseForAsync(player) is not { } choice)
                return;
            var asked = _session.Challenge ? _session.Asked : (int?)null;
            var observation = await plays.GuessAsync(drawing, choice, player!, PlayOrigin.Page, asked, CancellationToken.None);
            // The player may have drawn on, or asked for another guess, while the contestants thought.
            if (!ReferenceEquals(ink, _ink) || _round.Observation is not null)
                return;
            _round = new Round { Observation = observation, IsUnrecorded = recording.IsOff };
            if (choice.By != ChosenBy.Player)
                surprise.Reset(player!);
        }
        catch (ContestantUnavailableException e)
        {
            _trouble = Selection.IsSurprise ? "The mystery guest didn’t answer. Guess again in a moment." : e.Message;
            return;
        }

        await RevealAsync();
    }

    private async Task RevealAsync()
    {
        var observation = _round.Observation!;
        if (observation.Label is { } asked)
            (_round, _session) = _round.MarkedByChallenge(asked.Digit, _session, Random.Shared);
        var saving = _round.IsUnrecorded ? Task.FromResult(true) : pendingPlays.RecordAsync(observation);
        _session = _session with { Unanswered = _round.IsUnrecorded ? null : observation.Id };
        StateHasChanged();
        var finished = _pad!.FinishAsync(observation.Ink!).AsTask();
        await Task.WhenAll(finished, recording.TellAsync(), storage.SaveAsync(_session), ShowOutcomeAsync(observation, saving));
    }

    private async Task SwitchRecordingAsync(bool off)
    {
        await recording.SwitchAsync(off);
        // What is answered from now on is not recorded either, though the drawing was.
        if (off)
            _round = _round with { IsUnrecorded = true };
    }

    private void AskWhich() => _round = _round with { IsAskingWhich = true };

    private async Task MarkAsync(int digit)
    {
        if (_round.Observation is not { } observation || _round.Mark == digit)
            return;
        if ((_round.Judged ?? Selection.Answer ?? _round.AnswerOf(observation.Chosen)) is not { } judged)
            return;
        (_round, _session) = _round.MarkedByPlayer(digit, judged, _session);
        // The score is kept at once: the store may take long, and the player may leave.
        var saving = _round.IsUnrecorded ? Task.FromResult(true) : pendingPlays.LabelAsync(observation, digit);
        await Task.WhenAll(storage.SaveAsync(_session), InviteAsync(), ShowOutcomeAsync(observation, saving));
    }

    private async Task SayNoDigitAsync()
    {
        if (_round is not { AwaitsMark: true, Observation: { } observation })
            return;
        _round = _round with { IsNoDigit = true, IsAskingWhich = false, Thanks = FeedbackText.ForNoDigit };
        var saving = _round.IsUnrecorded ? Task.FromResult(true) : pendingPlays.SayNoDigitAsync(observation);
        await ShowOutcomeAsync(observation, saving);
    }

    /// <summary>Shows whether the play is durable, unless the next drawing has begun meanwhile.</summary>
    private async Task ShowOutcomeAsync(Observation observation, Task<bool> saving)
    {
        var (mark, isAnswered) = (_round.Mark, _round.IsAnswered);
        var saved = await saving;
        if (_round.Observation?.Id != observation.Id || _round.Mark != mark || _round.IsAnswered != isAnswered)
            return;
        var erased = pendingPlays.IsErased(observation.Id);
        _round = _round with { IsSaved = saved && isAnswered && !_round.IsUnrecorded && !erased, IsErased = erased };
        _trouble = saved ? null : pendingPlays.Refusal ?? NotSaved;
        StateHasChanged();
        // Until then a reload brings the drawing back, and with it the round.
        if (saved && (isAnswered || _round.IsUnrecorded))
            await Task.WhenAll(_pad!.ForgetAsync().AsTask(), ForgetUnansweredAsync());
        if (isAnswered)
            await _pad!.FocusAsync();
        if (_round.IsSaved && mark is not null)
            await ShowLessonAsync(observation, mark.Value);
    }

    private async Task ShowLessonAsync(Observation observation, int mark)
    {
        var algorithm = _round.Judged?.Algorithm ?? observation.Chosen;
        var lesson = await countdown.DescribeAsync(algorithm, observation.Player, CancellationToken.None);
        if (_round.Observation?.Id != observation.Id || _round.Mark != mark)
            return;
        _round = _round with { Lesson = lesson };
        StateHasChanged();
    }
}
