using GameNight.Components;
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

/// <summary>The game: draw, hear the guess, mark it.</summary>
public sealed partial class PlayPage(
    Contestants contestants,
    PlayService plays,
    SurpriseChoice surprise,
    PendingPlays pendingPlays,
    BrowserSessionStorage storage,
    TrainingCountdown countdown)
{
    private const string NotSaved = "This play could not be saved. It is kept here, and the next play tries again.";
    private const string NoCookie =
        "This browser keeps no cookie, so the game cannot tell who plays. Allow cookies and load the page again.";

    private DrawingPad? _pad;
    private PlaySession _session = new();
    private Round _round = Round.Drawing;
    private Ink _ink = Ink.Blank;
    private Guess? _live;
    private string _thought = LiveGuessText.AllEyes;
    private string? _trouble;
    private int _thoughts;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private bool IsAnybodyHere => contestants.All.Any(c => c.InService);

    private bool WantsSurprise => _session.Chosen == Surprise.Id && IsAnybodyHere;

    /// <summary>Whom the player chose; null for a surprise, and where nobody is in service.</summary>
    private Contestant? Chosen => WantsSurprise ? null
        : contestants.All.FirstOrDefault(c => c.InService && c.Id == _session.Chosen) ?? contestants.All.FirstOrDefault(c => c.InService);

    /// <summary>Whose answer is shown; null for one who wears the mask, and where nobody is in service.</summary>
    private Contestant? Shown =>
        !WantsSurprise ? Chosen
        : _round.Observation is { } observation ? contestants.Find(observation.Chosen)
        : null;

    private bool IsMasked => WantsSurprise && _round.Observation is null;

    /// <summary>Whether the one who is shown wore the mask.</summary>
    private bool IsUnmasked => WantsSurprise && _round.Observation is { ChosenBy: not ChosenBy.Player };

    private string Colour => IsMasked ? ContestantLook.Mystery : ContestantLook.Of(Shown?.Id ?? "").Colour;

    private string? Line => IsMasked ? "Guess who I am. I take off the mask when I have answered." : Chosen?.Description;

    private Guess? Answer => _round.AnswerOf(WantsSurprise ? _round.Observation?.Chosen : Chosen?.Id);

    private string Thought => _round.Observation is not null && Answer is null ? "I did not answer this one." : _thought;

    private string Phase => _round switch { { Observation: null } => "drawing", { Mark: null } => "answered", _ => "marked" };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _session = await storage.LoadAsync();
        StateHasChanged();
        // The drawing may have been quicker than the memory of who shall look at it.
        await ThinkAsync();
        StateHasChanged();
    }

    /// <summary>A stroke has ended: the chosen contestant thinks aloud.</summary>
    private async Task LookAsync(Ink ink)
    {
        // A pad that did not hear that its drawing is finished sends it again once the connection is back. It is no other drawing.
        if (ink.Equals(_round.Observation?.Ink))
        {
            await _pad!.FinishAsync(ink);
            return;
        }

        _ink = ink;
        // What it saw in the drawing before says nothing of this one.
        if (_round.Observation is not null)
        {
            _live = null;
            surprise.Reset();
        }

        _round = Round.Drawing;
        _trouble = null;
        await ThinkAsync();
    }

    /// <summary>
    /// Contestants came, went or changed their version: the one that is chosen now guesses again, unless its live guess still holds.
    /// </summary>
    private Task OnContestantsChangedAsync() =>
        _live is { } live
        && (WantsSurprise || live.Algorithm == Chosen?.Id)
        && contestants.Find(live.Algorithm)?.ActiveVersion == live.Version
            ? Task.CompletedTask
            : ThinkAsync();

    private async Task ThinkAsync()
    {
        var (thought, ink, before) = (++_thoughts, _ink, _live?.Digit);
        if (_round.Observation is not null)
            return;
        _live = null;
        _thought = LiveGuessText.AllEyes;
        if (ink.IsBlank)
            return;
        var player = await FindPlayerAsync();
        try
        {
            if (await ChooseForAsync(player) is not { } choice)
                return;
            var guess = await plays.ThinkAsync(InkNormaliser.Normalise(ink), choice.Algorithm, player, CancellationToken.None);
            // What was drawn or chosen meanwhile has been thought about by its own call.
            if (thought != _thoughts)
                return;
            _live = guess;
            _thought = LiveGuessText.Say(_live, before);
        }
        catch (Exception e) when (e is ContestantUnavailableException or UnknownAlgorithmException)
        {
            _thought = WantsSurprise ? "I have lost my thread." : e.Message;
        }
    }

    /// <summary>Who looks at this drawing; null where nobody is in service.</summary>
    private async Task<ChosenAlgorithm?> ChooseForAsync(string? player) =>
        WantsSurprise ? await surprise.GetAsync(player ?? "") : Chosen is { } contestant ? new ChosenAlgorithm(contestant.Id) : null;

    private async Task<string?> FindPlayerAsync() => Authentication is null ? null : (await Authentication).User.FindPlayerId();

    private async Task ChooseAsync(string algorithm)
    {
        _session = _session with { Chosen = algorithm };
        _live = null;
        await ThinkAsync();
        await storage.SaveAsync(_session);
    }

    private async Task SwitchChallengeAsync(bool on)
    {
        _session = _session.Switched(on, Random.Shared);
        // What is on the pad was not drawn for the digit that is asked for now. A guess need not wait until the browser knows.
        await LookAsync(Ink.Blank);
        await Task.WhenAll(_pad!.ClearAsync().AsTask(), storage.SaveAsync(_session));
    }

    private async Task GuessAsync()
    {
        // The same drawing is guessed, and stored, once.
        if (_round.Observation is not null)
            return;
        var player = await FindPlayerAsync();
        _trouble = _ink.IsBlank ? "Draw something first" : !IsAnybodyHere ? "Nobody is here to guess." : player is null ? NoCookie : null;
        if (_trouble is not null)
            return;
        try
        {
            var ink = _ink;
            var drawing = DrawnDigit.FromInk(ink, _pad!.Input);
            if (await ChooseForAsync(player) is not { } choice)
                return;
            var asked = _session.Challenge ? _session.Asked : (int?)null;
            var observation = await plays.GuessAsync(drawing, choice, player!, asked, CancellationToken.None);
            // Drawn on, or guessed twice, while the contestants thought: this is not the drawing any more.
            if (!ReferenceEquals(ink, _ink) || _round.Observation is not null)
                return;
            _round = new Round { Observation = observation };
        }
        catch (ContestantUnavailableException e)
        {
            _trouble = WantsSurprise ? "The mystery guest did not answer. Guess again in a moment." : e.Message;
            return;
        }

        await RevealAsync();
    }

    private async Task RevealAsync()
    {
        var observation = _round.Observation!;
        if (observation.Label is { } asked)
            MeetChallenge(asked.Digit);
        var recording = pendingPlays.RecordAsync(observation);
        StateHasChanged();
        var finished = _pad!.FinishAsync(observation.Ink!).AsTask();
        await Task.WhenAll(finished, storage.SaveAsync(_session), ShowOutcomeAsync(observation, recording));
    }

    private void MeetChallenge(int asked)
    {
        var judged = _round.AnswerOf(_round.Observation!.Chosen)!;
        var before = _session.Streak;
        _session = _session.Challenged(judged.Digit == asked, Random.Shared);
        var thanks = FeedbackText.ForChallenge(asked, judged.Digit, before, _session.Streak);
        _round = _round with { Mark = asked, Judged = judged, Thanks = thanks };
    }

    private void AskWhich() => _round = _round with { IsAskingWhich = true };

    private async Task MarkAsync(int digit)
    {
        if (_round.Observation is not { } observation || _round.Mark == digit)
            return;
        if ((_round.Judged ?? Answer ?? _round.AnswerOf(observation.Chosen)) is not { } judged)
            return;
        var recognised = judged.Digit == digit;
        _session = _round.Mark is { } before ? _session.Corrected(judged.Digit == before, recognised) : _session.Marked(recognised);
        _round = _round with { Mark = digit, Judged = judged, IsSaved = false, Thanks = FeedbackText.ForMark(digit, recognised) };
        // The score is kept at once: it does not wait for the store, nor for a player who leaves.
        await Task.WhenAll(storage.SaveAsync(_session), ShowOutcomeAsync(observation, pendingPlays.MarkAsync(observation, digit)));
    }

    /// <summary>Says whether the play is durable, unless the next drawing has begun meanwhile.</summary>
    private async Task ShowOutcomeAsync(Observation observation, Task<bool> saving)
    {
        var mark = _round.Mark;
        var saved = await saving;
        if (_round.Observation?.Id != observation.Id || _round.Mark != mark)
            return;
        _round = _round with { IsSaved = saved && mark is not null };
        _trouble = saved ? null : NotSaved;
        StateHasChanged();
        // Guessed once more after a reload, it would be stored as another play.
        if (saved)
            await _pad!.ForgetAsync();
        if (mark is not null)
            await _pad!.FocusAsync();
        if (saved && mark is not null)
            await SayWhatComesOfItAsync(observation, mark.Value);
    }

    private async Task SayWhatComesOfItAsync(Observation observation, int mark)
    {
        var algorithm = _round.Judged?.Algorithm ?? observation.Chosen;
        var words = await countdown.AnnounceAsync(algorithm, observation.Player, CancellationToken.None);
        if (_round.Observation?.Id != observation.Id || _round.Mark != mark)
            return;
        _round = _round with { Lesson = words };
        StateHasChanged();
    }
}
