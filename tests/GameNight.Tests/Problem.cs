using System.Net;
using System.Text.Json;

namespace GameNight.Tests;

/// <summary>The problem details of a response (RFC 9457).</summary>
public sealed record Problem(int Status, string Title, string Detail, Dictionary<string, string[]>? Errors)
{
    /// <summary>Asserts that a response has problem details with a status, and returns them.</summary>
    public static async Task<Problem> ExpectAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"Expected {status}, got {response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<Problem>(body, JsonSerializerOptions.Web)!;
        Assert.Equal((int)status, problem.Status);
        Assert.False(string.IsNullOrEmpty(problem.Detail), body);
        return problem;
    }

    /// <summary>Asserts that a response is a 400 (bad request) with an error of a field.</summary>
    public static async Task ExpectFieldAsync(string field, HttpResponseMessage response) =>
        Assert.Contains(field, (await ExpectAsync(HttpStatusCode.BadRequest, response)).Errors!.Keys);
}
