namespace GameNight.Benchmarks.Cost;

/// <summary>How often a server was asked for one thing, and what that cost.</summary>
/// <param name="Kind">An operation of DynamoDB, or a method of S3.</param>
/// <param name="Requests">The number of requests.</param>
/// <param name="Reads">Their read request units.</param>
/// <param name="Writes">Their write request units.</param>
internal sealed record RequestCount(string Kind, int Requests, double Reads, double Writes)
{
    // On demand in us-east-1.
    private const double DollarsPerRead = 0.125e-6;
    private const double DollarsPerWrite = 0.625e-6;
    private const double DollarsPerListOrPut = 0.005e-3;
    private const double DollarsPerGet = 0.0004e-3;

    /// <summary>At list price.</summary>
    public double Dollars => Kind switch
    {
        "LIST" or "PUT" or "POST" => Requests * DollarsPerListOrPut,
        "GET" or "HEAD" => Requests * DollarsPerGet,
        _ => Reads * DollarsPerRead + Writes * DollarsPerWrite,
    };
}
