namespace GameNight.BrowserTests.Harness;

/// <summary>Tests that compare times, beside which no others run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "alone";
}
