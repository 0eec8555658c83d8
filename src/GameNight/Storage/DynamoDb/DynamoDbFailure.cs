using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace GameNight.Storage.DynamoDb;

/// <summary>What the SDK and the network report, in words that say what to do.</summary>
internal static class DynamoDbFailure
{
    /// <summary>Whether this is the database's failure or the network's, and not a mistake in this program.</summary>
    public static bool Is(Exception error, CancellationToken cancellation) => error switch
    {
        ConditionalCheckFailedException => false,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        // A request that took too long is cancelled by the SDK itself.
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    /// <summary>What was asked can never be done, however often it is asked again: the item is too large. Any other refusal may be a table that somebody mends.</summary>
    public static bool IsFinal(Exception error) => error is AmazonDynamoDBException { ErrorCode: "ValidationException" } && error.Message.Contains("size", StringComparison.OrdinalIgnoreCase);

    public static string Explain(Exception error, DynamoDbOptions options) => error switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException or AmazonDynamoDBException { ErrorCode: "ThrottlingException" } =>
            $"the database at {options.Place} has too much to do. ({error.Message})",
        LimitExceededException => $"the database at {options.Place} is at its limit. ({error.Message})",
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } or AmazonDynamoDBException { ErrorCode: "AccessDeniedException" or "UnrecognizedClientException" or "ExpiredTokenException" } =>
            $"the database at {options.Place} refuses this game; may its credentials use the table {options.TableName}? ({error.Message})",
        AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } =>
            $"the database at {options.Place} refuses what it was asked. ({error.Message})",
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => $"the database at {options.Place} has failed. ({error.Message})",
        AmazonClientException when error.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) => $"there are no credentials for the database at {options.Place}. ({error.Message})",
        _ => $"the database at {options.Place} does not answer. ({error.Message})",
    };
}
