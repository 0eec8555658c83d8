using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GameNight.Hosting;

/// <summary>Writes the answer of <c>/health/ready</c>: <c>{ "status": "Degraded", "reasons": ["…"], "backlog": 12, … }</c>.</summary>
public static class ReadinessResponse
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var answer = new Dictionary<string, object>
        {
            ["status"] = report.Status.ToString(),
            ["reasons"] = report.Entries.Values.Select(entry => entry.Description).OfType<string>(),
        };
        foreach (var (name, value) in report.Entries.Values.SelectMany(entry => entry.Data))
            answer[name] = value;
        return context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }
}
