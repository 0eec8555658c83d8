// Where the recordings' tables and buckets are found; the tests give the same to the game that opens them.
export const tableSettings = server => [
  'Store:Provider=DynamoDb', `Store:DynamoDb:ServiceUrl=${server.address}`, 'Store:DynamoDb:TableName=game-night',
];

export const bucketSettings = server => [
  'Registry:Provider=S3', `Registry:S3:ServiceUrl=${server.address}`, 'Registry:S3:Bucket=models', 'Registry:S3:Prefix=night/',
  'Registry:PollSeconds=1',
];
