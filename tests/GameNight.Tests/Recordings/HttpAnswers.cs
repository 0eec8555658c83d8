using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>Reads and asserts responses.</summary>
internal static class HttpAnswers
{
    /// <summary>The JSON of a response. Fails unless the status is a success.</summary>
    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.True(response.IsSuccessStatusCode, await DescribeAsync(response));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Fails unless a response has a status.</summary>
    public static async Task ExpectAsync(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var response = await call;
        Assert.True(status == response.StatusCode, await DescribeAsync(response));
    }

    /// <summary>Parses JSON Lines.</summary>
    public static List<JsonNode> ParseLines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static async Task<string> DescribeAsync(HttpResponseMessage response) =>
        $"{response.RequestMessage} was answered {response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
}
