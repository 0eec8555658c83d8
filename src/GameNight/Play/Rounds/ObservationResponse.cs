using GameNight.Observations.Store;
using GameNight.Recognition;

namespace GameNight.Play.Rounds;

/// <param name="Id">Mark the drawing under this id.</param>
/// <param name="Chosen">The chosen algorithm's guess, whoever chose it.</param>
/// <param name="Guesses">Every guess, the chosen one's too.</param>
/// <param name="Image">The 784 bytes that the algorithms saw.</param>
public sealed record ObservationResponse(Guid Id, GuessResponse Chosen, IReadOnlyList<GuessResponse> Guesses, int[] Image)
{
    public static ObservationResponse From(Observation observation) => new(
        observation.Id,
        GuessResponse.From(observation.Guesses.First(guess => guess.Algorithm == observation.Chosen)),
        [.. observation.Guesses.Select(GuessResponse.From)],
        observation.Image.ToNumbers());
}
