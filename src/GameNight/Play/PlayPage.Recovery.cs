namespace GameNight.Play;

public sealed partial class PlayPage
{
    /// <summary>
    /// Goes on with the round that was guessed before the page was loaded again, by the player or after a restart of the game. The pad
    /// brings its drawing by itself.
    /// </summary>
    private async Task RecoverAsync()
    {
        if (_session.Unanswered is not { } id)
            return;
        var recovered = await recovery.FindAsync(id, await FindPlayerAsync(), CancellationToken.None);
        // The player may have guessed, or drawn the next one, while the store was read.
        if (_round.Observation is not null)
            return;
        var isDrawn = !_ink.IsBlank;
        if (recovered.Round is { } round && (!isDrawn || round.IsOf(_ink)))
        {
            _live.Clear();
            // One bet for each drawing, however often the page is loaded.
            var bet = _session.LastBet is { } last && last.Drawing == id ? last.On : null;
            _round = round with { IsUnrecorded = recording.IsOff, Bet = bet };
            if (isDrawn)
                await _pad!.FinishAsync(_ink);
            return;
        }

        _trouble = recovered.Trouble;
        // One that cannot be read now comes back when the page is loaded again, unless the pad has the next drawing by then.
        if (!recovered.MayComeBack || recovered.Round is not null)
            await ForgetUnansweredAsync();
    }

    /// <summary>Has the browser forget the last guess: the player has answered it, or goes on without.</summary>
    private Task ForgetUnansweredAsync()
    {
        if (_session.Unanswered is null)
            return Task.CompletedTask;
        _session = _session with { Unanswered = null };
        return storage.SaveAsync(_session);
    }
}
