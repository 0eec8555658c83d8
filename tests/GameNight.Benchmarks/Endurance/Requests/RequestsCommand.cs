using System.CommandLine;
using System.Globalization;
using GameNight.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>
/// <c>requests</c>: sends odd requests to every route of a game, with methods, content types and credentials mixed, and looks at the
/// answers for what must not be in them.
/// </summary>
internal static class RequestsCommand
{
    private const int AtOnce = 8;
    private const int MostShown = 20;

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "The number of requests.", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<int>("--seed") { Description = "The same requests for the same number.", DefaultValueFactory = _ => 1 };
        var command = new Command("requests", "Send odd requests to every route, and look for answers that must not be.") { count, seed };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(count), parsed.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seed, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            // One address sends more here than any may.
            await using var game = Server.Build(
            [
                "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={data}", $"--GameNight:Host:Token={OddRequests.Token}",
                "--GameNight:Limits:DrawingsPerMinute=10000000", "--Logging:LogLevel:Default=None",
            ]);
            await game.StartAsync(cancellation);
            var routes = game.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Describe);
            var faults = await SendAsync(new Uri(game.Urls.First()), new OddRequests([.. routes.Distinct()], seed), count, new Answers(data), cancellation);
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

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} requests to {odd.Routes:N0} routes; answers by status:"));
        Console.WriteLine($"  {answers.Statuses}");
        Console.WriteLine($"{answers.Faults.Count} answers that must not be");
        foreach (var fault in answers.Faults.OrderBy(fault => fault.Length).Take(MostShown))
            Console.WriteLine(fault);
        return answers.Faults.Count;
    }
}
