using GameNight.Drawing;
using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Http;
using GameNight.Limits;
using GameNight.Recognition.Browser;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Recognition;

/// <summary>The algorithms over HTTP, and one algorithm's predictions for a drawing or a batch of them.</summary>
public static class RecognitionEndpoints
{
    private const int MaxBatch = 1000;

    /// <summary>The largest body of a batch, in bytes.</summary>
    private const int MaxBatchBody = 8 << 20;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/algorithms").WithTag("Predictions", "What an algorithm makes of a drawing.")
            .WithParameter("id", "The algorithm's id.", RecognitionExamples.Algorithm.Id);
        group.MapGet("", (Contestants contestants) => TypedResults.Ok(contestants.All.Select(AlgorithmResponse.From)))
            .WithName("ListAlgorithms").WithSummary("Who can guess")
            .WithDescription("Every algorithm with its status; an unavailable one says why.")
            .WithExample(() => new[] { RecognitionExamples.Algorithm });
        BrowserEndpoints.Map(group);
        group.MapPost("/{id}/predictions", PredictAsync)
            .WithName("Predict").WithSummary("Guess a drawing").WithDescription("What one algorithm makes of it. Nothing is stored.")
            .WithRequestExample("strokes", () => new { strokes = ExampleDrawings.Seven })
            .WithRequestExample("image", () => new { image = ExampleDrawings.Image.ToNumbers() })
            .WithRequestExample("png", () => new { png = ExampleDrawings.Base64 })
            .WithExample(() => RecognitionExamples.Prediction)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
        group.MapPost("/{id}/predictions/batch", PredictBatchAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBatchBody), new CostlyCallAttribute())
            .WithName("PredictBatch").WithSummary("Guess up to 1,000 drawings")
            .WithDescription("The guesses come in the order of the drawings; each is what the drawing would get alone. Nothing is stored.")
            .WithRequestExample("two drawings", () => new
            {
                drawings = new[] { new { strokes = ExampleDrawings.Seven }, new { strokes = ExampleDrawings.One } },
            })
            .WithExample(() => new BatchResponse([RecognitionExamples.Prediction, RecognitionExamples.Prediction]))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
    }

    private static async Task<Ok<PredictionResponse>> PredictAsync(
        string id, DrawingRequest request, HttpContext context, Contestants contestants, CallBudget budget, CancellationToken cancellation)
    {
        contestants.Require(id);
        budget.Charge(context, drawings: 1);
        var image = request.ToDrawing(request.Png is null ? null : PixelsOf(context, budget)).Image;
        var guesses = await contestants.GuessAsync(id, [image], cancellation);
        return TypedResults.Ok(PredictionResponse.From(guesses[0], image));
    }

    private static async Task<Results<Ok<BatchResponse>, ValidationProblem>> PredictBatchAsync(
        string id, BatchRequest request, HttpContext context, Contestants contestants, CallBudget budget, CancellationToken cancellation)
    {
        contestants.Require(id);
        if (request.Drawings is not { Count: >= 1 and <= MaxBatch } drawings)
        {
            var given = request.Drawings is null ? "there are none" : $"these are {request.Drawings.Count:N0}";
            return Problems.Invalid("drawings", $"A batch is 1 to {MaxBatch:N0} drawings; {given}.");
        }

        budget.Charge(context, drawings.Count);
        var pixels = PixelsOf(context, budget);
        var images = new DigitImage[drawings.Count];
        for (var i = 0; i < images.Length; i++)
        {
            // Who has hung up does not keep a processor busy.
            cancellation.ThrowIfCancellationRequested();
            try
            {
                images[i] = (drawings[i] ?? throw new InvalidDrawingException("", "A drawing is needed.")).ToDrawing(pixels).Image;
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

    /// <summary>The pictures of a call, which are paid for by their pixels.</summary>
    private static PixelBudget PixelsOf(HttpContext context, CallBudget budget) => new(cost => budget.Charge(context, cost));
}
