using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>What a call is answered.</summary>
internal static class HttpAnswers
{
    /// <summary>Its JSON; fails where it is refused.</summary>
    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.True(response.IsSuccessStatusCode, await DescribeAsync(response));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public static async Task ExpectAsync(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        using var response = await call;
        Assert.True(status == response.StatusCode, await DescribeAsync(response));
    }

    /// <summary>JSON objects, one a line.</summary>
    public static List<JsonNode> ParseLines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static async Task<string> DescribeAsync(HttpResponseMessage response) =>
        $"{response.RequestMessage} was answered {response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
}
