using System.Text;

namespace GameNight.Tests.Hosting.Fuzzing;

/// <summary>One call of the API, right or wrong.</summary>
internal sealed record FuzzCall(string Method, string Path, string? ContentType, byte[] Body)
{
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Method == "GET")
            return request;
        request.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }

    public override string ToString() => $"{Method} {Path} as {ContentType}: {Encoding.UTF8.GetString(Body)}";
}
