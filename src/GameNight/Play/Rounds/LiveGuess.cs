using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>The guess at a drawing that is not finished, and the contestant's words for it.</summary>
internal sealed class LiveGuess
{
    private int _requests;

    /// <summary>Null before the first stroke, while the contestant thinks, and where it does not answer.</summary>
    public Guess? Guess { get; private set; }

    public string Thought { get; private set; } = LiveGuessText.AllEyes;

    /// <summary>Drops the guess, and the answer to a request that is under way.</summary>
    public void Clear()
    {
        _requests++;
        Guess = null;
        Thought = LiveGuessText.AllEyes;
    }

    /// <summary>Replaces the guess. The answer is dropped where another request has begun meanwhile.</summary>
    /// <param name="ask">Asks the contestant; its result is null where none is in service.</param>
    /// <param name="describeFailure">Returns the words for a contestant that does not answer.</param>
    public async Task UpdateAsync(Func<Task<Guess?>> ask, Func<Exception, string> describeFailure)
    {
        var before = Guess?.Digit;
        Clear();
        var request = _requests;
        try
        {
            var guess = await ask();
            if (request == _requests && guess is not null)
                (Guess, Thought) = (guess, LiveGuessText.Say(guess, before));
        }
        catch (Exception e) when (e is ContestantUnavailableException or UnknownAlgorithmException)
        {
            if (request == _requests)
                Thought = describeFailure(e);
        }
    }
}
