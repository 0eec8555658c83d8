using GameNight.Drawing;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
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
    RecordingChoice recording)
{
    private const string NoCookie =
        "This browser keeps no cookie, so the game can't tell who plays. Allow cookies and load the page again.";
    private const string NotSaved = "This drawing couldn't be saved yet. It's kept on this page, and the next one tries again.";

    private DrawingPad? _pad;
    private PlaySession _session = new();
    private FoolRound _round = FoolRound.First(Random.Shared);
    private Observation? _judged;
    private Ink _ink = Ink.Blank;
    private string? _trouble;
    private bool _guessing;
    private bool _voting;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string Phase => _judged is not null ? "judging" : _round.Observation is null ? "drawing" : "revealed";

    private string Result => _round switch
    {
        { Observation: { } observation, IsKept: true } => FoolText.ForResult(observation),
        { Observation: { } observation } => $"{FoolText.ForResult(observation)} It isn't kept, so nobody can judge it.",
        _ => "",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await recording.RefreshAsync();
        _session = await storage.LoadAsync();
        await AskJuryAsync();
        StateHasChanged();
    }

    private async Task OnInkChangedAsync(Ink ink)
    {
        // A pad that missed the call to finish, because the connection was lost, sends the same drawing again.
        if (ink.Equals(_round.Observation?.Ink))
        {
            await _pad!.FinishAsync(ink);
            return;
        }

        _ink = ink;
        _trouble = null;
        // A new stroke after the reveal begins the next round: one who just wants to draw is not made to judge.
        if (_round.Observation is not null)
            _round = _round.Next(Random.Shared);
    }

    private async Task GuessAsync()
    {
        if (_round.Observation is not null || _guessing)
            return;
        var player = await FindPlayerAsync();
        _trouble = _ink.IsBlank ? "Draw something first."
            : player is null ? NoCookie
            : contestants.All.FirstOrDefault(contestant => contestant.InService) is null ? "Nobody is here to guess."
            : FoolText.Refuse(_round.Twist, _ink);
        if (_trouble is not null)
            return;
        _guessing = true;
        try
        {
            await recording.RefreshAsync();
            var (round, ink) = (_round, _ink);
            var chosen = contestants.All.First(contestant => contestant.InService).Id;
            var observation = await plays.GuessAsync(
                DrawnDigit.FromInk(ink, _pad!.Input), new ChosenAlgorithm(chosen), player!, PlayOrigin.Page, asked: null,
                CancellationToken.None, round.Task);
            if (round != _round || !ReferenceEquals(ink, _ink))
                return;
            _round = round with { Observation = observation, IsKept = !recording.IsOff };
            StateHasChanged();
            await _pad!.FinishAsync(ink);
            await RecordAsync(observation);
        }
        catch (ContestantUnavailableException e)
        {
            _trouble = e.Message;
        }
        finally
        {
            _guessing = false;
        }
    }

    private async Task RecordAsync(Observation observation)
    {
        if (!_round.IsKept)
            return;
        await recording.TellAsync();
        var saved = await pendingPlays.RecordAsync(observation);
        _trouble = saved ? null : pendingPlays.Refusal ?? NotSaved;
        if (pendingPlays.Refusal is not null)
        {
            _round = _round with { IsKept = false };
            return;
        }

        await _pad!.ForgetAsync();
        // What fooled nobody is worth nothing, whatever the jury says.
        if (Jury.FoolPoints.For(_round.Asked, observation.Guesses) > 0)
            _session = FoolPoll.Add(_session, observation.Id);
        await storage.SaveAsync(_session);
    }

    /// <summary>Goes on to somebody else's drawing, or where there is none to the next round.</summary>
    private async Task GoOnAsync()
    {
        try
        {
            _judged = await FindPlayerAsync() is { } player ? await jury.FindAsync(player, CancellationToken.None) : null;
        }
        catch (StoreException)
        {
            // The store logs it. One can draw without judging.
            _judged = null;
        }

        if (_judged is null)
            await NextAsync();
    }

    private async Task VoteAsync(int? digit)
    {
        if (_judged is not { } judged || _voting || await FindPlayerAsync() is not { } player)
            return;
        _voting = true;
        string news;
        try
        {
            news = recording.IsOff
                ? "You play without being recorded, so your vote doesn't count."
                : (await jury.VoteAsync(player, judged.Id, digit, CancellationToken.None)).Words;
        }
        catch (StoreException)
        {
            news = "Your vote couldn't be saved. The drawing goes to somebody else.";
        }
        finally
        {
            _voting = false;
        }

        await NextAsync();
        _round = _round with { News = news };
    }

    private async Task NextAsync()
    {
        _judged = null;
        _ink = Ink.Blank;
        _trouble = null;
        _round = _round.Next(Random.Shared);
        await AskJuryAsync();
        if (_pad is not null)
            await _pad.ClearAsync();
        StateHasChanged();
    }

    private async Task AskJuryAsync()
    {
        try
        {
            var before = _session.Points;
            _session = await poll.UpdateAsync(_session, CancellationToken.None);
            if (_session.Points > before)
                _round = _round with { News = $"The jury could read you: {_session.Points - before} points!" };
            await storage.SaveAsync(_session);
        }
        catch (StoreException)
        {
            // The store logs it. The points are asked for again after the next round.
        }
    }

    private async Task<string?> FindPlayerAsync() => Authentication is null ? null : (await Authentication).User.FindPlayerId();
}
