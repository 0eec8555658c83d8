using System.ComponentModel;
using GameNight.Http;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Scoreboard;

/// <summary>The statistics over HTTP.</summary>
public static class ScoreboardEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/statistics").WithTag("Statistics", "What the labels say about the algorithms.").MapGet("", GetAsync)
            .WithName("GetStatistics")
            .WithSummary("How often each algorithm is right")
            .WithDescription(
                "Every algorithm that guessed an answered drawing is scored: in all, by digit, and as a confusion matrix "
                + "(10 rows by true digit, 10 columns by guess). low and high are the 95 % Wilson score interval, and null where n is 0. "
                + "observations and labelled count the drawings between from and to.")
            .WithExample(() => new OverallStatistics(50, 40, [AlgorithmStatistics.From("mnist-cnn", ExampleConfusion)]))
            .ProducesProblem(503);

    /// <summary>Four drawings of each digit, all recognised.</summary>
    private static int[][] ExampleConfusion =>
        [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, 10).Select(guess => guess == digit ? 4 : 0).ToArray())];

    private static async Task<Results<Ok<OverallStatistics>, ValidationProblem, ProblemHttpResult>> GetAsync(
        [Description("Only drawings of this time or later: ISO 8601, UTC where no zone is named.")] string? from,
        [Description("Only drawings before this time: ISO 8601, UTC where no zone is named.")] string? to,
        [Description("The id of the one algorithm to list; one that never guessed an answered drawing gives an empty list.")]
        string? algorithm,
        ScoreboardReader reader,
        CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>();
        var filter = new Filter(
            TimeParameter.Read("from", from, errors), TimeParameter.Read("to", to, errors),
            string.IsNullOrEmpty(algorithm) ? null : algorithm);
        if (filter.From >= filter.To)
            errors["to"] = ["to must be later than from."];
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, detail: string.Join(" ", errors.Values.SelectMany(messages => messages)));
        reader.RequireCapacity();
        return await reader.ReadAsync(filter, cancellation) is { } scores
            ? TypedResults.Ok(scores.Statistics)
            : TypedResults.Problem(
                "The drawings are being counted; ask again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
