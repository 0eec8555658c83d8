namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>Stands for the end of the process, before one of its writes.</summary>
internal sealed class ProcessDiedException : Exception;
