using System.Diagnostics;
using System.Text;

namespace GameNight.Benchmarks.Recognition;

/// <summary>So many callers for so long, and what they saw.</summary>
internal sealed class Load(int callers, TimeSpan time)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public async Task MeasureAsync(string what, HttpClient http, string path, string body, int drawings, CancellationToken cancellation)
    {
        await CallAsync(http, path, body, WarmUp, cancellation);
        var (answers, errors, elapsed) = await CallAsync(http, path, body, time, cancellation);
        if (answers.Count == 0)
        {
            Console.WriteLine($"{what}: no answer but {errors:N0} errors");
            return;
        }

        answers.Sort();
        Console.WriteLine($"{what}, {callers} callers: {answers.Count * drawings / elapsed.TotalSeconds:N0} predictions a second (n = {answers.Count:N0} calls in {elapsed.TotalSeconds:N1} s)");
        Console.WriteLine($"  a call takes {At(answers, 0.5):N2} ms (median), {At(answers, 0.95):N2} ms (p95), {At(answers, 0.99):N2} ms (p99); {errors:N0} errors");
    }

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds;

    private async Task<(List<TimeSpan> Answers, int Errors, TimeSpan Elapsed)> CallAsync(HttpClient http, string path, string body, TimeSpan time, CancellationToken cancellation)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var clock = Stopwatch.StartNew();
        var seen = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallerAsync, cancellation)));
        return ([.. seen.SelectMany(caller => caller.Answers)], seen.Sum(caller => caller.Errors), clock.Elapsed);

        async Task<(List<TimeSpan> Answers, int Errors)> CallerAsync()
        {
            var (answers, errors) = (new List<TimeSpan>(), 0);
            while (clock.Elapsed < time)
            {
                var start = clock.Elapsed;
                using var request = new ByteArrayContent(content) { Headers = { ContentType = new("application/json") } };
                using var answer = await http.PostAsync(path, request, cancellation);
                if (answer.IsSuccessStatusCode)
                    answers.Add(clock.Elapsed - start);
                else
                    errors++;
            }

            return (answers, errors);
        }
    }
}
