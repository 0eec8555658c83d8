using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Play.Fool;

public sealed partial class FoolPage
{
    /// <summary>Goes on to somebody else's drawing, or where there is none to the next round.</summary>
    private async Task GoOnAsync()
    {
        var isDone = await _step.RunAsync(async step =>
        {
            if (_round.Observation is null)
                return;
            var found = await FindToJudgeAsync(step);
            // Who has begun to draw the next one meanwhile is not made to judge.
            step.ThrowIfCancellationRequested();
            if (found is null)
                await BeginAsync(_round.Next(Random.Shared));
            else
                (_judged, _news, _hasJudged) = (found, null, true);
        });
        if (isDone && _judged is null)
            await AskJuryAsync();
    }

    /// <returns>Null where there is none, and for one whose vote would not count.</returns>
    private async Task<Observation?> FindToJudgeAsync(CancellationToken cancellation)
    {
        try
        {
            return !recording.IsOff && await FindPlayerAsync() is { } player ? await jury.FindAsync(player, cancellation) : null;
        }
        catch (StoreException)
        {
            // The store logs it. One can draw without judging.
            return null;
        }
    }

    private async Task VoteAsync(int? digit)
    {
        var isDone = await _step.RunAsync(async _ =>
        {
            if (_judged is not { } judged || await FindPlayerAsync() is not { } player)
                return;
            var words = await VoteAsync(player, judged, digit);
            await BeginAsync(_round.Next(Random.Shared));
            _news = words;
        });
        if (isDone)
            await AskJuryAsync();
    }

    /// <returns>What the player is told.</returns>
    private async Task<string> VoteAsync(string player, Observation judged, int? digit)
    {
        await recording.RefreshAsync();
        if (recording.IsOff)
            return "You’re playing without being recorded, so your vote doesn’t count.";
        try
        {
            return (await jury.VoteAsync(player, judged.Id, digit, CancellationToken.None, address.Value)).Words;
        }
        catch (StoreException)
        {
            // The store logs it.
            return "Your vote couldn’t be saved. The drawing goes to somebody else.";
        }
    }

    private async Task SkipAsync()
    {
        var isDone = await _step.RunAsync(async _ =>
        {
            if (_judged is not { } judged || await FindPlayerAsync() is not { } player)
                return;
            jury.Skip(player, judged.Id, address.Value);
            await BeginAsync(_round.Next(Random.Shared));
        });
        if (isDone)
            await AskJuryAsync();
    }

    /// <summary>Asks what became of the player's drawings. The page does not wait for it.</summary>
    private async Task AskJuryAsync()
    {
        StateHasChanged();
        try
        {
            var verdicts = await poll.AskAsync(_session.AtTheJury, CancellationToken.None);
            var before = _session.Points;
            // The session as it is now: while the jury was asked, another drawing may have come before it.
            _session = FoolPoll.Apply(_session, verdicts);
            if (_session.Points > before)
                _news = string.Join(' ', [_news, $"The jury could read you: {_session.Points - before} points!"]).Trim();
            await storage.SaveAsync(_session);
        }
        catch (StoreException)
        {
            // The store logs it. The points are asked for again after the next round.
        }
    }
}
