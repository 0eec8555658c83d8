using GameNight.Play.Asides;

namespace GameNight.Play;

public sealed partial class PlayPage
{
    private (Guid Drawing, int Mark, ShareCard? Card) _shared;

    /// <summary>The picture of the drawing, once it has its answer and somebody was wrong; null otherwise.</summary>
    private ShareCard? Shared
    {
        get
        {
            if (_round is not { Observation: { } observation, Mark: { } mark })
                return null;
            // The page renders often.
            if ((_shared.Drawing, _shared.Mark) != (observation.Id, mark))
                _shared = (observation.Id, mark, ShareCard.Of(observation, observation.Guesses, mark, contestants.All));
            return _shared.Card;
        }
    }
}
