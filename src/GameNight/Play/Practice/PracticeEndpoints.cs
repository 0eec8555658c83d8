using GameNight.Drawing;
using GameNight.Drawing.Rasters;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Observations.Transfer;
using GameNight.Play.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Play.Practice;

/// <summary>The call by which a browser sends what was played without the game.</summary>
public static class PracticeEndpoints
{
    /// <summary>In milliseconds, as far back as there are times.</summary>
    private const double LongestAge = 9e14;

    public static void Map(RouteGroupBuilder observations) => observations.MapPut("/{id:guid}", RecordAsync)
        .WithName("RecordPlayed").WithSummary("Record a drawing under an id of your own")
        .WithDescription(
            "For what was drawn before the game could be reached. Every algorithm in service guesses, and the observation is stored with "
            + "the answer. The same again changes nothing, answers 200 and the stored guesses: send it until it is there.")
        .WithParameter("id", "A random UUID, made once where the drawing was made.", ExampleObservation.Id.ToString())
        .WithRequestExample("an answered drawing", () => new
        {
            algorithm = "mnist-cnn",
            strokes = ExampleDrawings.Seven,
            input = "pen",
            label = 7,
            age = 60_000,
        })
        .WithExample(() => ObservationResponse.From(ExampleObservation.Create()))
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(410).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429)
        .ProducesProblem(503).ProducesProblem(507);

    private static async Task<Results<Created<ObservationResponse>, Ok<ObservationResponse>, ValidationProblem>> RecordAsync(
        Guid id, PlayedRequest request, HttpContext context, LatePlays plays, CallBudget budget, Intake intake,
        CancellationToken cancellation)
    {
        if (id == Guid.Empty)
            return Problems.Invalid("id", "An id is random: this one is empty.");
        if (request.Label is not (null or (>= 0 and <= 9)))
            return Problems.Invalid("label", "A label is a digit, 0 to 9.");
        if (request is { Label: not null, NotADigit: true })
            return Problems.Invalid("notADigit", "What has a label is a digit.");
        if (request.Age is not (null or (>= 0 and <= LongestAge)))
            return Problems.Invalid("age", "An age is a number of milliseconds, 0 or more.");
        if (!PlayEndpoints.TryReadInput(request.Input, request.Strokes is not null, out var input))
            return PlayEndpoints.InvalidInput(request.Strokes is not null);

        budget.Charge(context, drawings: 1);
        var drawing = request.ToDrawing(new PixelBudget(cost => budget.Charge(context, cost)));
        drawing = drawing with { Input = input ?? drawing.Input };
        await context.EnsurePlayerAsync();
        var player = context.User.PlayerId();
        var answer = new PlayedAnswer(request.Label, request.NotADigit);
        if (await plays.FindAsync(id, player, drawing, answer, cancellation) is { } stored)
            return TypedResults.Ok(ObservationResponse.From(stored));
        intake.Admit(ClientAddress.Of(context), player, drawing.Ink);
        var age = TimeSpan.FromMilliseconds(request.Age ?? 0);
        var play = await plays.RecordAsync(id, player, drawing, request.Algorithm, answer, age, cancellation);
        return TypedResults.Created((string?)null, ObservationResponse.From(play));
    }
}
