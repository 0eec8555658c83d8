using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Scoreboard.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Privacy;

/// <summary>What is kept of a player, for the player: to count, to take along, and to delete.</summary>
public static class PlayerEndpoints
{
    private const string OwnPath = "/players/me";
    private const int DefaultLimit = 100;
    private const int LongestPlayer = 100;

    /// <summary>What a look at what is counted costs, in drawings, and a look at every drawing of the game.</summary>
    private const int CountCost = 10;
    private const int ScanCost = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTag("Players", "What is kept of a player: to count, to take along, to delete.");
        group.MapGet(OwnPath, CountOwnAsync).WithName("CountOwnObservations").WithSummary("Count your drawings")
            .WithDescription(
                "How many drawings are kept of the caller. After a deletion it counts down, and is 0 once none is left in any game.")
            .WithExample(() => new PlayerResponse(12)).ProducesProblem(429).ProducesProblem(503);
        group.MapDelete(OwnPath, DeleteOwnAsync).WithName("DeleteOwnData").WithSummary("Delete everything that's kept of you")
            .WithDescription(
                "Drawings, answers, name, and what your own contestant has learned. It begins at once and goes on in the background; "
                + $"`GET /api{OwnPath}` tells how much is left. Versions that have learned from the drawings stay as they are.")
            .WithExample(() => new PlayerResponse(12)).ProducesProblem(400).ProducesProblem(429).ProducesProblem(503);
        group.MapGet($"{OwnPath}/observations", ListOwnAsync).WithName("ListOwnObservations").WithSummary("Read your drawings")
            .WithDescription("Oldest first, page by page, each as in the host's list, but without the votes of others.")
            .WithExample(() => new ObservationsResponse([ExampleObservation.Create()], $"639309141000000000.{ExampleObservation.Id:N}"))
            .ProducesProblem(400).ProducesProblem(429).ProducesProblem(503);
        group.MapGet($"{OwnPath}/observations/export", ExportOwn).WithName("ExportOwnObservations").WithSummary("Download your drawings")
            .WithDescription("All in one stream, oldest first, one JSON object a line, as in the list.")
            .WithExample(() => JsonSerializer.Serialize(ExampleObservation.Create(), JsonSerializerOptions.Web), ObservationEndpoints.Jsonl)
            .Produces<string>(StatusCodes.Status200OK, ObservationEndpoints.Jsonl).ProducesProblem(429).ProducesProblem(503);
        group.MapDelete("/players/{id}", DeleteAsync).WithName("DeletePlayer").WithSummary("Delete everything that is kept of a player")
            .WithDescription("As the player could: see `DELETE /api/players/me`. For the host.")
            .WithParameter("id", "The player's number, which the page About shows to its player.", "ada")
            .RequireAuthorization(HostPolicy.Name)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(503);
    }

    private static async Task<Ok<PlayerResponse>> CountOwnAsync(
        HttpContext context, OwnDrawings drawings, ScoreboardReader scoreboard, CallBudget budget, CancellationToken cancellation)
    {
        budget.Charge(context, CountCost);
        scoreboard.RequireCapacity();
        return TypedResults.Ok(await CountAsync(context.User.FindPlayerId(), drawings, cancellation));
    }

    private static async Task<Results<Accepted<PlayerResponse>, ValidationProblem>> DeleteOwnAsync(
        HttpContext context, PlayerErasure erasure, OwnDrawings drawings, CallBudget budget, CancellationToken cancellation)
    {
        budget.Charge(context, ScanCost);
        var player = context.User.FindPlayerId();
        if (player == Players.Host)
            return Problems.Invalid("id", $"The host’s token is no player: name the player, as in DELETE {ApiPath.Root}/players/ada.");
        if (player is not null)
            await erasure.RequestOwnAsync(player, cancellation);
        return TypedResults.Accepted($"{ApiPath.Root}{OwnPath}", await CountAsync(player, drawings, cancellation));
    }

    private static async Task<Results<Ok<ObservationsResponse>, ValidationProblem>> ListOwnAsync(
        HttpContext context, OwnDrawings drawings, ScoreboardReader scoreboard, CallBudget budget, CancellationToken cancellation,
        [Description("The `next` of the page before; from the start where it is not given.")] string? after = null,
        [Description("At most so many."), Range(1, ObservationPage.MaxLimit)] int limit = DefaultLimit)
    {
        if (limit is < 1 or > ObservationPage.MaxLimit)
            return Problems.Invalid("limit", $"A page has 1 to {ObservationPage.MaxLimit:N0} observations.");
        budget.Charge(context, CountCost);
        scoreboard.RequireCapacity();
        try
        {
            var player = context.User.FindPlayerId();
            var page = await drawings.ReadAsync(player ?? "", string.IsNullOrEmpty(after) ? null : after, limit, cancellation);
            return TypedResults.Ok(new ObservationsResponse(page.Items, page.Items.Count > 0 ? page.Next : null));
        }
        catch (ArgumentException e) when (e.ParamName == nameof(after))
        {
            return Problems.Invalid("after", "That's no cursor: take the `next` of the page before.");
        }
    }

    private static PushStreamHttpResult ExportOwn(
        HttpContext context, OwnDrawings drawings, ScoreboardReader scoreboard, CallBudget budget)
    {
        budget.Charge(context, ScanCost);
        scoreboard.RequireCapacity();
        return TypedResults.Stream(
            body => ObservationExport.WriteAsync(
                drawings.ReadAllAsync(context.User.FindPlayerId() ?? "", context.RequestAborted), body, context.RequestAborted),
            ObservationEndpoints.Jsonl, "my-drawings.jsonl");
    }

    private static async Task<Results<Accepted, ValidationProblem>> DeleteAsync(
        string id, PlayerErasure erasure, CancellationToken cancellation)
    {
        if (id.Length > LongestPlayer)
            return Problems.Invalid("id", $"A player has a number of at most {LongestPlayer} characters.");
        if (id == Players.Host)
            return Problems.Invalid("id", "The host is no player: name the player whose drawings are to be deleted.");
        // Of what is escaped in a path, the framework leaves the slash as it is; the host may have named a player with one.
        await erasure.RequestAsync(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<PlayerResponse> CountAsync(string? player, OwnDrawings drawings, CancellationToken cancellation) =>
        new(player is null ? 0 : await drawings.CountAsync(player, cancellation));
}
