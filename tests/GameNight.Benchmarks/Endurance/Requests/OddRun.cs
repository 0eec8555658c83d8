using System.Globalization;
using GameNight.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>Odd requests to a game in this process.</summary>
internal static class OddRun
{
    private const int AtOnce = 8;
    private const int MostShown = 20;

    /// <returns>The exit code: 1 where an answer was one that must not be.</returns>
    public static async Task<int> RunAsync(int count, int seed, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            // One address sends more here than any may.
            await using var game = Server.Build(
            [
                "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={data}", $"--GameNight:Host:Token={OddValues.Token}",
                "--GameNight:Limits:DrawingsPerMinute=10000000", "--Logging:LogLevel:Default=None",
            ]);
            await game.StartAsync(cancellation);
            var routes = game.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Describe);
            var odd = new OddRequests([.. routes.Distinct()], seed);
            var faults = await SendAsync(new Uri(game.Urls.First()), odd, count, new Answers(data), cancellation);
            await game.StopAsync(cancellation);
            return faults == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The route with each method that it takes; one that takes all with GET.</summary>
    private static IEnumerable<(string Path, string Method)> Describe(RouteEndpoint route) =>
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } some ? some : ["GET"]
        select ($"/{route.RoutePattern.RawText?.TrimStart('/')}", method);

    private static async Task<int> SendAsync(Uri game, OddRequests odd, int count, Answers answers, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = game,
            Timeout = TimeSpan.FromSeconds(60),
        };
        var requests = Enumerable.Range(0, count).Select(_ => odd.Next());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(requests, parallel, async (request, stop) =>
        {
            using var message = request.ToMessage();
            // What streams without end, such as a page's connection, is left after its head.
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            await answers.CheckAsync(request, answer, stop);
        });

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} requests to {odd.Routes:N0} routes; answers by status:"));
        Console.WriteLine($"  {answers.Statuses}");
        Console.WriteLine($"{answers.Faults.Count} answers that must not be");
        foreach (var fault in answers.Faults.OrderBy(fault => fault.Length).Take(MostShown))
            Console.WriteLine(fault);
        return answers.Faults.Count;
    }
}
