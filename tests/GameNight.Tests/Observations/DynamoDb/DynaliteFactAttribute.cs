namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>A test that stops the server, and so runs only with the tests' own.</summary>
public sealed class DynaliteFactAttribute : FactAttribute
{
    public DynaliteFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("GAMENIGHT_TEST_DYNAMODB") is not null)
            Skip = "skipped: the server that GAMENIGHT_TEST_DYNAMODB names is not the tests' to stop";
    }
}
