using System.Text.Json;
using GameNight.Drawing;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Play.Rounds;

/// <summary>The calls that record a drawing and label it.</summary>
public static class PlayEndpoints
{
    /// <summary>The most characters of a player's name.</summary>
    private const int LongestPlayer = 100;

    /// <summary>The kinds of input that a request may name for its strokes.</summary>
    private static readonly InputKind[] InputKinds =
        [InputKind.Mouse, InputKind.Touch, InputKind.Pen, InputKind.Keyboard, InputKind.Program];

    private static readonly Dictionary<string, InputKind> InputsByName =
        InputKinds.ToDictionary(input => JsonSerializer.SerializeToElement(input).GetString()!);

    /// <returns>The calls about observations.</returns>
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/observations").WithTag("Play", "Draw, hear every guess, say which digit was meant.");
        group.MapPost("", ObserveAsync).WithName("Observe").WithSummary("Record a drawing")
            .WithDescription(
                "Every algorithm in service guesses, and the observation is stored. A caller without a player's cookie is given one.")
            .WithRequestExample("strokes", () => new { algorithm = "mnist-cnn", strokes = ExampleDrawings.Seven, input = "pen" })
            .WithRequestExample("surprise", () => new { algorithm = Surprise.Id, strokes = ExampleDrawings.Seven })
            .WithExample(() => ObservationResponse.From(ExampleObservation.Create()))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429)
            .ProducesProblem(503).ProducesProblem(507);
        group.MapPut("/{id:guid}/label", LabelAsync).WithName("Mark").WithSummary("Say which digit was meant")
            .WithDescription("The same again changes nothing. The player who drew may correct it, and the host.")
            .WithParameter("id", "The id that the observation was given.", ExampleObservation.Id.ToString())
            .WithRequestExample("a seven", () => new { label = 7 })
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(503);
        return group;
    }

    private static async Task<Results<Created<ObservationResponse>, ValidationProblem>> ObserveAsync(
        ObservationRequest request,
        HttpContext context,
        Contestants contestants,
        Surprise surprise,
        PlayService plays,
        CallBudget budget,
        Intake intake,
        CancellationToken cancellation)
    {
        if (request.Algorithm is null)
            return Problems.Invalid("algorithm", "Name the algorithm that you chose.");
        if (!TryReadInput(request.Input, request.Strokes is not null, out var input))
            return InvalidInput(request.Strokes is not null);

        budget.Charge(context, drawings: 1);
        var drawing = request.ToDrawing(new PixelBudget(cost => budget.Charge(context, cost)));
        if (request.Algorithm != Surprise.Id)
            contestants.Require(request.Algorithm);
        await context.EnsurePlayerAsync();
        if (request.Player is not null && !context.User.IsHost())
            return Problems.Invalid("player", "Only the host may name the player.");
        if (request.Player is { Length: 0 or > LongestPlayer })
            return Problems.Invalid("player", $"A player has a name of 1 to {LongestPlayer} characters.");
        var player = request.Player ?? context.User.PlayerId();
        var choice = request.Algorithm == Surprise.Id
            ? await surprise.ChooseAsync(player, cancellation)
            : new ChosenAlgorithm(request.Algorithm);
        if (choice is null)
            throw new ContestantUnavailableException(Surprise.Id, "nobody is in service.");
        drawing = drawing with { Input = input ?? drawing.Input };
        // The host may put any version into service anyhow, so what the host says of a player counts.
        var origin = request.Player is null ? PlayOrigin.Api : PlayOrigin.Host;
        if (origin == PlayOrigin.Api)
            intake.Admit(ClientAddress.Of(context), player, drawing.Ink);
        else
            intake.AdmitByHost();
        var observation = await plays.GuessAsync(drawing, choice, player, origin, asked: null, cancellation);
        await plays.RecordAsync(observation, cancellation);
        return TypedResults.Created((string?)null, ObservationResponse.From(observation));
    }

    private static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> LabelAsync(
        Guid id, LabelRequest request, HttpContext context, IObservationStore store, PlayService plays, CallBudget budget,
        CancellationToken cancellation)
    {
        budget.Charge(context, drawings: 1);
        if (request.Label is not (>= 0 and <= 9))
            return Problems.Invalid("label", "A label is a digit, 0 to 9.");
        if (await store.FindAsync(id, cancellation) is not { } observation)
            return Problems.NotFound($"observation {id}");
        if (!context.User.IsHost() && context.User.FindPlayerId() != observation.Player)
        {
            return TypedResults.Problem(
                "Only the player who drew this may say what it was, and the host.", statusCode: StatusCodes.Status403Forbidden);
        }

        var by = context.User.IsHost() ? Players.Host : observation.Player;
        var outcome = await plays.LabelAsync(id, request.Label.Value, by, cancellation);
        return outcome == LabelOutcome.NotFound ? Problems.NotFound($"observation {id}") : TypedResults.NoContent();
    }

    /// <param name="name">What the request names; null for nothing.</param>
    /// <param name="hasStrokes">Whether the drawing has strokes.</param>
    /// <param name="input">The input that the request names; null where it names none.</param>
    /// <returns>False where the name is unknown, or the drawing has no strokes.</returns>
    internal static bool TryReadInput(string? name, bool hasStrokes, out InputKind? input)
    {
        var isKnown = InputsByName.TryGetValue(name ?? "", out var named);
        input = isKnown ? named : null;
        return name is null || (isKnown && hasStrokes);
    }

    /// <summary>Says what is wrong where <see cref="TryReadInput"/> is false.</summary>
    internal static ValidationProblem InvalidInput(bool hasStrokes) => Problems.Invalid("input", hasStrokes
        ? $"Strokes are drawn with one of {string.Join(", ", InputsByName.Keys)}."
        : "Only strokes are drawn with something.");
}
