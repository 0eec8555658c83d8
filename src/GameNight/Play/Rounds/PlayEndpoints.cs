using System.Text.Json;
using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Play.Rounds;

/// <summary>Play over HTTP: draw, hear every guess, mark.</summary>
public static class PlayEndpoints
{
    private const int LongestPlayer = 100;

    /// <summary>What a program may say of its strokes.</summary>
    private static readonly Dictionary<string, InputKind> Inputs = new[] { InputKind.Mouse, InputKind.Touch, InputKind.Pen, InputKind.Keyboard, InputKind.Program }
        .ToDictionary(input => JsonSerializer.SerializeToElement(input).GetString()!);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/observations").WithTag("Play", "Draw, hear every guess, say which digit was meant.");
        group.MapPost("", ObserveAsync).WithName("Observe").WithSummary("Record a drawing")
            .WithDescription("Every algorithm in service guesses, and the observation is stored. A caller without a player's cookie is given one.")
            .WithRequestExample("strokes", () => new { algorithm = "mnist-cnn", strokes = ExampleDrawings.Seven, input = "pen" })
            .WithRequestExample("surprise", () => new { algorithm = Surprise.Id, strokes = ExampleDrawings.Seven })
            .WithExample(() => ObservationResponse.From(ExampleObservation.Create()))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);
        group.MapPut("/{id:guid}/label", LabelAsync).WithName("Mark").WithSummary("Say which digit was meant")
            .WithDescription("The same again changes nothing. The player who drew may correct it, and the host.")
            .WithParameter("id", "The id that the observation was given.", ExampleObservation.Id.ToString())
            .WithRequestExample("a seven", () => new { label = 7 })
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<Results<Created<ObservationResponse>, ValidationProblem>> ObserveAsync(
        ObservationRequest request, HttpContext context, Contestants contestants, Surprise surprise, PlayService game, CancellationToken cancellation)
    {
        if (request.Algorithm is null)
            return Problems.Invalid("algorithm", "Name the algorithm that you chose.");
        if (!TryReadInput(request, out var input))
            return Problems.Invalid("input", request.Strokes is null ? "Only strokes are drawn with something." : $"Strokes are drawn with one of {string.Join(", ", Inputs.Keys)}.");
        var drawing = request.ToDrawing();
        if (request.Algorithm != Surprise.Id)
            contestants.Require(request.Algorithm);
        await context.EnsurePlayerAsync();
        if (request.Player is not null && !context.User.IsHost())
            return Problems.Invalid("player", "Only the host may name the player.");
        if (request.Player is { Length: 0 or > LongestPlayer })
            return Problems.Invalid("player", $"A player has a name of 1 to {LongestPlayer} characters.");
        var player = request.Player ?? context.User.PlayerId();
        var choice = request.Algorithm == Surprise.Id ? await surprise.ChooseAsync(player, cancellation) : new ChosenAlgorithm(request.Algorithm);
        if (choice is null)
            throw new ContestantUnavailableException(Surprise.Id, "nobody is in service.");
        var observation = await game.GuessAsync(drawing with { Input = input ?? drawing.Input }, choice, player, asked: null, cancellation);
        await game.RecordAsync(observation, cancellation);
        return TypedResults.Created((string?)null, ObservationResponse.From(observation));
    }

    private static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> LabelAsync(
        Guid id, LabelRequest request, HttpContext context, IObservationStore store, PlayService game, CancellationToken cancellation)
    {
        if (request.Label is not (>= 0 and <= 9))
            return Problems.Invalid("label", "A label is a digit, 0 to 9.");
        if (await store.FindAsync(id, cancellation) is not { } observation)
            return Problems.NotFound($"observation {id}");
        if (!context.User.IsHost() && context.User.FindPlayerId() != observation.Player)
            return TypedResults.Problem("Only the player who drew this may mark it, and the host.", statusCode: StatusCodes.Status403Forbidden);
        var outcome = await game.MarkAsync(id, request.Label.Value, context.User.IsHost() ? Players.Host : observation.Player, cancellation);
        return outcome == LabelOutcome.NotFound ? Problems.NotFound($"observation {id}") : TypedResults.NoContent();
    }

    /// <param name="request">What came in.</param>
    /// <param name="input">What it says that it was drawn with; null where it says nothing.</param>
    private static bool TryReadInput(ObservationRequest request, out InputKind? input)
    {
        var isKnown = Inputs.TryGetValue(request.Input ?? "", out var named);
        input = isKnown ? named : null;
        return request.Input is null || (isKnown && request.Strokes is not null);
    }
}
