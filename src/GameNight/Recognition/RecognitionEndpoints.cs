using GameNight.Drawing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Recognition;

/// <summary>Predictions as a service: who is there, and what one of them makes of a drawing.</summary>
public static class RecognitionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/algorithms").WithTags("Predictions");
        group.MapGet("", (Contestants contestants) => TypedResults.Ok(contestants.All.Select(AlgorithmAnswer.From)))
            .WithSummary("Who can guess").WithDescription("Every algorithm with its status; an unavailable one says why.");
        group.MapPost("/{id}/predictions", Predict).WithSummary("Guess a drawing").WithDescription("Nothing is stored.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);
    }

    private static Ok<PredictionAnswer> Predict(string id, DrawingRequest request, Contestants contestants)
    {
        var contestant = contestants.Require(id);
        var drawing = request.ToDrawing();
        var guess = contestant.Guess(drawing.Image);
        return TypedResults.Ok(new PredictionAnswer(
            guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version, drawing.Image.ToNumbers()));
    }
}

public sealed record AlgorithmAnswer(string Id, string Name, string Family, string Description, string Status, string? Reason, string? ActiveVersion)
{
    public static AlgorithmAnswer From(Contestant contestant) => new(
        contestant.Id, contestant.Name, contestant.Family, contestant.Description,
        contestant.InService ? "inService" : "unavailable", contestant.Reason, contestant.ActiveVersion);
}

public sealed record GuessAnswer(int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version)
{
    public static GuessAnswer From(Guess guess) => new(guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version);
}

/// <param name="Digit">The most likely digit.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="Probabilities">Of the digits 0 to 9; they sum to 1.</param>
/// <param name="Algorithm">Who guessed.</param>
/// <param name="Version">Its version.</param>
/// <param name="Image">The 784 bytes that it saw.</param>
public sealed record PredictionAnswer(int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version, int[] Image);
