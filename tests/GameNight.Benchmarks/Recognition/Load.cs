using System.Diagnostics;
using System.Text;

namespace GameNight.Benchmarks.Recognition;

/// <summary>Measures a game under load: several callers, of which each sends its next request after the response to the last.</summary>
/// <param name="callers">The number of callers.</param>
/// <param name="time">The time of a measurement.</param>
internal sealed class Load(int callers, TimeSpan time)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Measures a request, and prints the predictions a second and the times of the calls.</summary>
    /// <param name="title">The name of the measurement.</param>
    /// <param name="http">The game.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="body">The body of the request, as JSON.</param>
    /// <param name="drawings">The number of drawings in a request.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public async Task MeasureAsync(
        string title, HttpClient http, string path, string body, int drawings, CancellationToken cancellation)
    {
        await CallAsync(http, path, body, WarmUp, cancellation);
        var (times, errors, elapsed) = await CallAsync(http, path, body, time, cancellation);
        if (times.Count == 0)
        {
            Console.WriteLine($"{title}: no answer but {errors:N0} errors");
            return;
        }

        times.Sort();
        Console.WriteLine(
            $"{title}, {callers} callers: {times.Count * drawings / elapsed.TotalSeconds:N0} predictions a second "
            + $"(n = {times.Count:N0} calls in {elapsed.TotalSeconds:N1} s)");
        Console.WriteLine(
            $"  a call takes {At(times, 0.5):N2} ms (median), {At(times, 0.95):N2} ms (p95), {At(times, 0.99):N2} ms (p99); "
            + $"{errors:N0} errors");
    }

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds;

    private async Task<(List<TimeSpan> Times, int Errors, TimeSpan Elapsed)> CallAsync(
        HttpClient http, string path, string body, TimeSpan time, CancellationToken cancellation)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var clock = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallerAsync, cancellation)));
        return ([.. results.SelectMany(caller => caller.Times)], results.Sum(caller => caller.Errors), clock.Elapsed);

        async Task<(List<TimeSpan> Times, int Errors)> CallerAsync()
        {
            var (times, errors) = (new List<TimeSpan>(), 0);
            while (clock.Elapsed < time)
            {
                var start = clock.Elapsed;
                using var request = new ByteArrayContent(content) { Headers = { ContentType = new("application/json") } };
                using var response = await http.PostAsync(path, request, cancellation);
                if (response.IsSuccessStatusCode)
                    times.Add(clock.Elapsed - start);
                else
                    errors++;
            }

            return (times, errors);
        }
    }
}
