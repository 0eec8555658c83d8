using System.Net.Http.Headers;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>One request, right or wrong.</summary>
internal sealed record OddRequest(string Method, string Path, string? Token, string? Accept, string? ContentType, string? Body)
{
    public HttpRequestMessage ToMessage()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (Accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Body is null)
            return request;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        if (ContentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }

    public override string ToString() =>
        $"{Method} {Path} (token {Token ?? "none"}, accepts {Accept ?? "anything"}) as {ContentType}: {Body?[..Math.Min(200, Body.Length)]}";
}
