using System.ComponentModel;
using GameNight.Drawing;
using GameNight.Drawing.Images;
using GameNight.Http;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Recognition;

/// <summary>Predictions as a service: who is there, and what one of them makes of a drawing, or of many.</summary>
public static class RecognitionEndpoints
{
    private const int MaxBatch = 1000;

    /// <summary>Of a batch's body, in bytes.</summary>
    private const int MaxBatchBody = 8 << 20;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/algorithms").WithTag("Predictions", "What an algorithm makes of a drawing.")
            .WithParameter("id", "The algorithm's id.", RecognitionExamples.Algorithm.Id);
        group.MapGet("", (Contestants contestants) => TypedResults.Ok(contestants.All.Select(AlgorithmResponse.From)))
            .WithName("ListAlgorithms").WithSummary("Who can guess")
            .WithDescription("Every algorithm with its status; an unavailable one says why.")
            .WithExample(() => new[] { RecognitionExamples.Algorithm });
        group.MapPost("/{id}/predictions", PredictAsync)
            .WithName("Predict").WithSummary("Guess a drawing").WithDescription("What one algorithm makes of it. Nothing is stored.")
            .WithRequestExample("strokes", () => new { strokes = ExampleDrawings.Seven })
            .WithRequestExample("image", () => new { image = ExampleDrawings.Image.ToNumbers() })
            .WithRequestExample("png", () => new { png = ExampleDrawings.Base64 })
            .WithExample(() => RecognitionExamples.Prediction)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);
        group.MapPost("/{id}/predictions/batch", PredictBatchAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBatchBody))
            .WithName("PredictBatch").WithSummary("Guess up to 1,000 drawings")
            .WithDescription("The guesses come in the order of the drawings; each is what the drawing would get alone. Nothing is stored.")
            .WithRequestExample("two drawings", () => new
            {
                drawings = new[] { new { strokes = ExampleDrawings.Seven }, new { strokes = ExampleDrawings.One } },
            })
            .WithExample(() => new BatchResponse([RecognitionExamples.Prediction, RecognitionExamples.Prediction]))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);
    }

    private static async Task<Ok<PredictionResponse>> PredictAsync(string id, DrawingRequest request, Contestants contestants, CancellationToken cancellation)
    {
        contestants.Require(id);
        var image = request.ToDrawing().Image;
        var guesses = await contestants.GuessAsync(id, [image], cancellation);
        return TypedResults.Ok(PredictionResponse.From(guesses[0], image));
    }

    private static async Task<Results<Ok<BatchResponse>, ValidationProblem>> PredictBatchAsync(
        string id, BatchRequest request, Contestants contestants, CancellationToken cancellation)
    {
        contestants.Require(id);
        if (request.Drawings is not { Count: >= 1 and <= MaxBatch } drawings)
            return Problems.Invalid("drawings", $"A batch is 1 to {MaxBatch:N0} drawings; {(request.Drawings is null ? "there are none" : $"these are {request.Drawings.Count:N0}")}.");
        var images = new DigitImage[drawings.Count];
        for (var i = 0; i < images.Length; i++)
        {
            try
            {
                images[i] = (drawings[i] ?? throw new InvalidDrawingException("", "A drawing is needed.")).ToDrawing().Image;
            }
            catch (InvalidDrawingException e)
            {
                throw new InvalidDrawingException($"drawings[{i}]{(e.Field.Length > 0 ? "." : "")}{e.Field}", e.Message);
            }
            catch (BlankDrawingException e)
            {
                throw new BlankDrawingException($"drawings[{i}]: {e.Message}");
            }
        }

        var guesses = await contestants.GuessAsync(id, images, cancellation);
        return TypedResults.Ok(new BatchResponse([.. guesses.Zip(images, PredictionResponse.From)]));
    }
}

public sealed record AlgorithmResponse(string Id, string Name, string Family, string Description, string Status, string? Reason, string? ActiveVersion)
{
    public static AlgorithmResponse From(Contestant contestant) => new(
        contestant.Id, contestant.Name, contestant.Family, contestant.Description,
        contestant.InService ? "inService" : "unavailable", contestant.Reason, contestant.ActiveVersion);
}

public sealed record BatchRequest([property: Description("1 to 1,000 drawings, each as for a single prediction.")] IReadOnlyList<DrawingRequest?>? Drawings);

/// <param name="Predictions">In the order of the drawings.</param>
public sealed record BatchResponse(IReadOnlyList<PredictionResponse> Predictions);

public sealed record GuessResponse(int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version)
{
    public static GuessResponse From(Guess guess) => new(guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version);
}

/// <param name="Digit">The most likely digit.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="Probabilities">Of the digits 0 to 9; they sum to 1.</param>
/// <param name="Algorithm">Who guessed.</param>
/// <param name="Version">Its version.</param>
/// <param name="Image">The 784 bytes that it saw.</param>
public sealed record PredictionResponse(int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version, int[] Image)
{
    public static PredictionResponse From(Guess guess, DigitImage image) =>
        new(guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version, image.ToNumbers());
}
