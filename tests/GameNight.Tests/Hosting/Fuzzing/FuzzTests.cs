using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace GameNight.Tests.Hosting.Fuzzing;

/// <summary>
/// Whatever is sent, the answer is no failure of the server, every refusal says why, and the game still guesses afterwards. The
/// calls are the same in each run; <c>GAME_NIGHT_FUZZ_SEED</c> asks for others, and is in the message of a failure.
/// </summary>
public sealed class FuzzTests(GameServer server) : IClassFixture<GameServer>
{
    private const int Calls = 12_000;
    private const int AtOnce = 8;

    private static readonly HttpStatusCode[] Common =
    [
        HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.NotFound,
        HttpStatusCode.UnprocessableEntity,
    ];

    [Fact]
    public async Task Api_AnyCall_IsAnsweredWithSuccessOrProblemDetails()
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable("GAME_NIGHT_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        using var host = server.NewHost();
        var created = await host.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
        var observation = await created.Content.ReadFromJsonAsync<JsonElement>();
        var calls = FuzzCalls.For(observation.GetProperty("id").GetString()!).Sample(Calls, new Rnd(seed), size: 6);
        var wrong = new ConcurrentBag<string>();
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (call, cancellation) =>
        {
            using var request = call.ToRequest();
            using var answer = await host.SendAsync(request, cancellation);
            answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (await FaultAsync(answer) is { } fault)
                wrong.Add($"{fault}\n  {call}");
        });

        var shortest = wrong.OrderBy(fault => fault.Length).Take(5);
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {Calls} calls (seed {seed}), the shortest first:\n{string.Join('\n', shortest)}");
        // Not everything was nonsense, and not everything was let through.
        var frequent = answers.Where(answer => answer.Value > Calls / 200).Select(answer => answer.Key).ToHashSet();
        Assert.Superset(Common.ToHashSet(), frequent);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/health/ready")).StatusCode);
        var seven = SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.Seven}}}""");
        var prediction = await host.PostAsync("/api/algorithms/mnist-cnn/predictions", seven);
        Assert.Equal(7, (await prediction.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("digit").GetInt32());
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 400)
            return null;
        var text = await answer.Content.ReadAsStringAsync();
        if (status >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} {answer.Content.Headers.ContentType} {text}";
        var problem = JsonSerializer.Deserialize<Problem>(text, JsonSerializerOptions.Web)!;
        var isComplete = problem.Status == status && problem.Title is { Length: > 0 } && problem.Detail is { Length: > 0 };
        return isComplete ? null : $"{status} says {text}";
    }
}
