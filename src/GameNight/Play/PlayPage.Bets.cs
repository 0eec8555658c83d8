using GameNight.Play.Rounds;

namespace GameNight.Play;

public sealed partial class PlayPage
{
    /// <summary>Takes the mask off the guest. Whether the player has spotted it counts for the session.</summary>
    private Task BetAsync(string algorithm)
    {
        if (!_round.TakesBets || _round.Observation is not { } observation)
            return Task.CompletedTask;
        _round = _round with { Bet = algorithm };
        if (_round.IsUnrecorded)
            return Task.CompletedTask;
        _session = _session.WithBet(new Bet(observation.Id, algorithm), algorithm == observation.Chosen);
        return storage.SaveAsync(_session);
    }
}
