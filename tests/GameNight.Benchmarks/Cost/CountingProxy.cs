using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace GameNight.Benchmarks.Cost;

/// <summary>
/// Stands between the game and its DynamoDB or S3 server, and counts what arrives there. DynamoDB itself says how many units a request
/// has consumed.
/// </summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private const string Target = "X-Amz-Target";

    private readonly HttpClient _server;
    private readonly WebApplication _proxy;

    private CountingProxy(int port)
    {
        _server = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _proxy = builder.Build();
        _proxy.Urls.Add("http://127.0.0.1:0");
        _proxy.Run(ForwardAsync);
    }

    public RequestCounts Counts { get; } = new();

    /// <summary>Where the game finds it.</summary>
    public string Url => _proxy.Urls.First();

    /// <param name="port">Where the server listens on this machine.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<CountingProxy> StartAsync(int port, CancellationToken cancellation)
    {
        var proxy = new CountingProxy(port);
        await proxy._proxy.StartAsync(cancellation);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _server.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var (call, aborted) = (context.Request, context.RequestAborted);
        using var body = new MemoryStream();
        await call.Body.CopyToAsync(body, aborted);
        var content = body.ToArray();
        JsonNode? asked = null;
        if (call.Headers.ContainsKey(Target))
        {
            asked = JsonNode.Parse(content)!;
            if (asked["KeySchema"] is null)
                asked["ReturnConsumedCapacity"] = "TOTAL";
            content = System.Text.Encoding.UTF8.GetBytes(asked.ToJsonString());
        }

        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.GetEncodedPathAndQuery());
        request.Content = new ByteArrayContent(content);
        foreach (var (name, values) in call.Headers.Where(header => header.Key is not ("Content-Length" or "Expect" or "Connection")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var response = await _server.SendAsync(request, aborted);
        var answer = await response.Content.ReadAsByteArrayAsync(aborted);
        Count(call, asked, answer);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
                context.Response.Headers[name] = values.ToArray();
        }

        if (call.Method != HttpMethods.Head && answer.Length > 0)
            await context.Response.Body.WriteAsync(answer, aborted);
    }

    private void Count(HttpRequest call, JsonNode? asked, byte[] answer)
    {
        if (asked is null)
        {
            Counts.Add(call.Method == HttpMethods.Get && call.Query.ContainsKey("list-type") ? "LIST" : call.Method);
            return;
        }

        var operation = call.Headers[Target].ToString().Split('.')[^1];
        if (operation is "CreateTable" or "DescribeTable")
            return;
        var consumed = JsonNode.Parse(answer)?["ConsumedCapacity"];
        var units = consumed is JsonArray tables ? tables.Sum(UnitsOf) : UnitsOf(consumed);
        // A query that finds nothing counts as one that reads an item, and a write that is refused as one that writes a kilobyte.
        if (operation is "GetItem" or "BatchGetItem" or "Query" or "Scan")
            Counts.Add(operation, reads: Math.Max(units, asked["ConsistentRead"]?.GetValue<bool>() == false ? 0.5 : 1));
        else
            Counts.Add(operation, writes: Math.Max(units, 1));
    }

    private static double UnitsOf(JsonNode? consumed) => consumed?["CapacityUnits"]?.GetValue<double>() ?? 0;
}
