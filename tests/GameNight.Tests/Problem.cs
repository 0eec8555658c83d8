using System.Net;
using System.Text.Json;

namespace GameNight.Tests;

/// <summary>Problem details as a caller reads them.</summary>
public sealed record Problem(int Status, string Title, string Detail, Dictionary<string, string[]>? Errors)
{
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

    /// <summary>A 400 that names the field.</summary>
    public static async Task ExpectFieldAsync(string field, HttpResponseMessage response) =>
        Assert.Contains(field, (await ExpectAsync(HttpStatusCode.BadRequest, response)).Errors!.Keys);
}
