namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>A test that stops the server, which only the tests' own may be.</summary>
public sealed class DynaliteFactAttribute : FactAttribute
{
    public DynaliteFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("GAMENIGHT_TEST_DYNAMODB") is not null)
            Skip = "skipped: the server that GAMENIGHT_TEST_DYNAMODB names is not the tests' to stop";
    }
}
